/** Mobile phones: national significant numbers, and the ways in which people write them. */

/** Country calling code and the start of its mobile numbers; `#` is any digit. */
const PLANS = {
  MX: { code: '52', shapes: ['55########', '33########', '81########', '222#######', '998#######'] },
  BR: { code: '55', shapes: ['119########', '219########', '319########', '819########', '719########'] },
  AR: { code: '54', shapes: ['11########', '351#######', '341#######', '261#######'] },
  CO: { code: '57', shapes: ['300#######', '301#######', '310#######', '313#######', '316#######', '320#######'] },
  CL: { code: '56', shapes: ['95#######', '98#######'] },
  PE: { code: '51', shapes: ['9########'] },
  EC: { code: '593', shapes: ['99#######', '98#######'] },
  UY: { code: '598', shapes: ['99######', '98######', '94######'] },
  ES: { code: '34', shapes: ['6########', '6########'] },
};

/**
 * A mobile number of `country` without country code. Its first free digit is 2 to 8, so that it is no placeholder.
 * @param {import('./random.mjs').Random} random
 * @param {string} country
 */
export function mobile(random, country) {
  const plan = PLANS[/** @type {keyof typeof PLANS} */ (country)];
  const shape = random.pick(plan.shapes);
  const start = shape.indexOf('#');
  const first = random.between(country === 'BR' ? 6 : 2, 8);
  return shape.slice(0, start) + first + random.digits(shape.length - start - 1);
}

/** `5512345678` -> `55 1234 5678`. @param {string} digits */
const spaced = (digits) => `${digits.slice(0, -8)} ${digits.slice(-8, -4)} ${digits.slice(-4)}`.trim();

/**
 * How a phone is written, with the name of the habit where it is one that resolution has to undo.
 * @param {import('./random.mjs').Random} random
 * @param {string} country
 * @param {string} national
 * @returns {{ value: string, operation: string | null }}
 */
export function writePhone(random, country, national) {
  const { code } = PLANS[/** @type {keyof typeof PLANS} */ (country)];
  if (random.chance(0.3)) return { value: national, operation: 'phone.national' };
  if (random.chance(0.2)) return { value: spaced(national), operation: 'phone.national' };
  const habit = random.chance(0.5) ? localHabit(random, country, national) : null;
  if (habit) return habit;
  // Argentine mobiles carry a 9 after the country code.
  const international = country === 'AR' ? `9${national}` : national;
  return {
    value: random.chance(0.5) ? `+${code}${international}` : `+${code} ${spaced(international)}`,
    operation: null,
  };
}

/**
 * @param {import('./random.mjs').Random} random
 * @param {string} country
 * @param {string} national
 */
function localHabit(random, country, national) {
  switch (country) {
    case 'MX':
      return random.chance(0.5)
        ? { value: `+521${national}`, operation: 'phone.mx-1' }
        : { value: `044${national}`, operation: 'phone.mx-044' };
    case 'AR': {
      const area = national.startsWith('11') ? 2 : 3;
      return { value: `0${national.slice(0, area)} 15 ${national.slice(area)}`, operation: 'phone.ar-15' };
    }
    case 'BR':
      return { value: `${national.slice(0, 2)}${national.slice(3)}`, operation: 'phone.br-without-nine' };
    case 'EC':
    case 'UY':
      return { value: `0${national}`, operation: 'phone.trunk-0' };
    default:
      return null;
  }
}
