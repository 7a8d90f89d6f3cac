import type { Guide } from './guide.types.js';
import { CONTESTED } from './guides/contested.js';
import { FIND } from './guides/find.js';
import { GROWTH } from './guides/growth.js';
import { HISTORY } from './guides/history.js';
import { REVIEW } from './guides/review.js';
import { START } from './guides/start.js';
import { WHY } from './guides/why.js';

/** The guides in the order of their links. */
export const GUIDES: readonly Guide[] = [START, FIND, WHY, CONTESTED, GROWTH, HISTORY, REVIEW];
