import { connect, createServer } from 'node:net';

/** How far above the preferred port we look; beyond it something else is wrong with the machine. */
const PORTS_TRIED = 200;

/**
 * The first number at or above `preferred`, in steps of one, that is free and not in `exclude`.
 * @param {number} preferred
 * @param {(port: number) => Promise<boolean>} isFreePort
 * @param {readonly number[]} exclude
 * @returns {Promise<number>}
 * @throws when no port of the range is free
 */
export async function nextFree(preferred, isFreePort, exclude = []) {
  for (let port = preferred; port < Math.min(preferred + PORTS_TRIED, 65_536); port++) {
    if (!exclude.includes(port) && (await isFreePort(port))) return port;
  }
  throw new Error(`No free port between ${preferred} and ${preferred + PORTS_TRIED - 1}.`);
}

/**
 * Whether a server may listen on 127.0.0.1:port. Something listening on all addresses counts as a holder too, even on
 * systems that would allow a second, more specific listener: clients could then reach either.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export async function isFree(port) {
  return !(await answers(port)) && (await canListen(port));
}

/** @param {number} port @returns {Promise<boolean>} whether something accepts connections on 127.0.0.1:port */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    const finish = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => finish(true));
    socket.once('timeout', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

/** @param {number} port @returns {Promise<boolean>} */
function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
