import { describe, expect, test } from '@jest/globals';
import { addressMatchKey, addressSegment } from './address-keys.js';
import { formatAddress } from './format-address.js';
import { standardiseAddress } from './standardise-address.js';

describe('an address of any shape', () => {
  test('an object with fields', () => {
    const raw = {
      street: 'AV. DE LOS INSURGENTES',
      number: '12',
      city: 'Puebla',
      region: 'PUE',
      postalCode: 72000,
      colonia: 'COL. CENTRO',
    };
    const address = standardiseAddress(raw, { country: 'MX' });
    expect(address).toMatchObject({
      country: 'MX',
      adminArea: { code: 'MX-PUE', name: 'Puebla', origin: 'stated' },
      municipality: 'Puebla',
      dependentLocality: 'Centro',
      streetType: 'Avenida',
      street: 'de los Insurgentes',
      number: '12',
      postalCode: '72000',
      raw,
      problems: [],
      missing: [],
      completeness: 1,
      valid: true,
    });
    expect(formatAddress(address)).toEqual([
      'Avenida de los Insurgentes 12',
      'Colonia Centro',
      '72000 Puebla, Puebla',
      'México',
    ]);
    expect(addressMatchKey(address)).toBe('MX|72000|de los insurgentes|12');
    expect(addressSegment(address)).toEqual({
      field: 'dependentLocality',
      key: 'MX/MX-PUE/puebla/centro',
      name: 'Centro',
    });
  });
});
