/**
 * The records of one person of two halves: in each, clusters of records that share an address, one cluster tied to the next
 * by a phone. One more record, with an address of the first half and a phone of the second, makes one customer of both.
 */
const CLUSTER = 25;
const NAMES = ['María Gómez', 'Ma. Gómez', 'Maria Gomez', 'MARÍA GÓMEZ RUIZ'];

/** @param {string} source @param {number} count */
export function recordsOf(source, count) {
  const half = Math.floor((count - 1) / 2);
  const [left, right] = [halfOf(source, 'a', half), halfOf(source, 'b', count - 1 - half)];
  const identifiers = [email(source, 'a', 0), phone(source, 'b', 0)];
  return { left, right, tie: recordOf(source, 'tie', 0, identifiers) };
}

/** @param {string} source @param {string} half @param {number} count */
function halfOf(source, half, count) {
  return Array.from({ length: count }, (_, at) => {
    const cluster = Math.floor(at / CLUSTER);
    const identifiers = [email(source, half, cluster), { type: 'DEVICE', value: `${source}-${half}-device-${at}` }];
    if (at % CLUSTER === 0) identifiers.push(phone(source, half, cluster));
    if (at % CLUSTER === CLUSTER - 1) identifiers.push(phone(source, half, cluster + 1));
    return recordOf(source, `${half}-${String(at).padStart(5, '0')}`, at, identifiers);
  });
}

/** @param {string} source @param {string} recordId @param {number} at @param {object[]} identifiers */
function recordOf(source, recordId, at, identifiers) {
  const attributes = {
    fullName: NAMES[at % NAMES.length],
    address: { street: `Av. Insurgentes Sur ${at}`, city: 'Ciudad de México', postalCode: '03900', country: 'MX' },
    consent: at % 2 === 0,
  };
  return { source, recordId, identifiers, attributes, capturedAt: new Date(Date.UTC(2024, 0, 1, 0, at)).toISOString() };
}

/** @param {string} source @param {string} half @param {number} cluster */
function email(source, half, cluster) {
  return { type: 'EMAIL', value: `${source}.${half}${cluster}@correo.mx` };
}

/** @param {string} source @param {string} half @param {number} cluster */
function phone(source, half, cluster) {
  const digits = [...`${source}${half}`].reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) % 9_000, 0);
  return { type: 'PHONE', value: `+5255${1_000 + digits}${String(1_000 + cluster)}` };
}
