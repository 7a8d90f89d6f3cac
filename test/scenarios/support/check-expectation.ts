import { expect } from '@jest/globals';
import type { Expectation } from './case.types.js';
import * as stewards from './look-at-stewards.js';
import { atProfiles } from './look-at-profiles.js';
import * as look from './looks.js';
import type { Story } from './story.js';

/** Checks everything that an expectation says. A failure names the place in the case, what was found and what it says. */
export async function checkExpectation(expected: Expectation, story: Story, place: string): Promise<void> {
  const { customers, ids, newIds, answers, createdAt, constrained, identifiers, records, whyNot, explain, sizes } =
    expected;
  const { reviews, decisions, history } = expected;
  const check = (part: keyof Expectation, { seen, wanted }: look.Look): void =>
    expect({ [`${place}.${part}`]: seen }).toEqual({ [`${place}.${part}`]: wanted });
  if (customers) check('customers', await look.atCustomers(customers, story));
  if (ids) check('ids', await look.atIds(ids, story));
  if (newIds) check('newIds', await look.atNewIds(newIds, story));
  if (answers) check('answers', await look.atAnswers(answers, story));
  if (createdAt) check('createdAt', await look.atCreatedAt(createdAt, story));
  if (constrained) check('constrained', await look.atConstrained(constrained, story));
  if (identifiers) check('identifiers', await look.atIdentifiers(identifiers, story));
  if (records) check('records', await look.atRecords(records, story));
  if (whyNot) check('whyNot', await look.atReasons(whyNot, story));
  if (explain) check('explain', await look.atPaths(explain, story));
  if (expected.profiles) check('profiles', await atProfiles(expected.profiles, story));
  if (sizes) check('sizes', await look.atSizes(sizes, story));
  if (reviews) check('reviews', await stewards.atReviews(reviews, story));
  if (decisions) check('decisions', await stewards.atDecisions(decisions, story));
  if (history) check('history', await stewards.atHistory(history, story));
}
