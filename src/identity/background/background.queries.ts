import { cypher } from '../../graph/statement.js';
import type { CustomerId } from '../../kernel/ids.js';

export const waitingCustomers = cypher<{ limit: number }, { id: CustomerId }>('background/waiting-customers', {
  access: 'read',
});
