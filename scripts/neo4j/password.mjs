import { randomBytes } from 'node:crypto';

/**
 * A new password: 128 bits in hexadecimal digits, which no command line or connection string takes for something else.
 * @returns {string}
 */
export const newPassword = () => randomBytes(16).toString('hex');
