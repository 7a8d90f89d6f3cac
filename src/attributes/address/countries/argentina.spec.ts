import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../../test/support/short-address.js';
import { addressSegment } from '../address-keys.js';
import { formatAddress } from '../format-address.js';
import { standardiseAddress } from '../standardise-address.js';

describe('addresses of Argentina', () => {
  test.each<[unknown, object]>([
    [
      'Av. Corrientes 1234 3° B, C1043AAZ CABA',
      {
        municipality: 'Ciudad Autónoma de Buenos Aires',
        streetType: 'Avenida',
        street: 'Corrientes',
        number: '1234',
        unit: 'Piso 3, Departamento B',
        postalCode: 'C1043AAZ',
        area: 'AR-C',
      },
    ],
    [
      'Av. Rivadavia 4567 piso 5 dpto "A", Caballito, Capital Federal, 1406',
      {
        municipality: 'Ciudad Autónoma de Buenos Aires',
        dependentLocality: 'Caballito',
        streetType: 'Avenida',
        street: 'Rivadavia',
        number: '4567',
        unit: 'Piso 5, Departamento A',
        postalCode: '1406',
        area: 'AR-C',
      },
    ],
    [
      'San Martín 850 3 B, Rosario, Santa Fe (2000)',
      {
        municipality: 'Rosario',
        street: 'San Martín',
        number: '850',
        unit: 'Piso 3, Departamento B',
        postalCode: '2000',
        area: 'AR-S',
      },
    ],
    [
      'Calle 50 nro 1234 e/ 20 y 21, La Plata, Buenos Aires, B1900ATI',
      {
        municipality: 'La Plata',
        streetType: 'Calle',
        street: '50',
        number: '1234',
        crossStreets: 'entre 20 y 21',
        postalCode: 'B1900ATI',
        area: 'AR-B',
      },
    ],
    [
      'GRAL. PAZ 1500, BARRIO GENERAL PAZ, CORDOBA, CORDOBA',
      {
        municipality: 'Córdoba',
        dependentLocality: 'General Paz',
        street: 'General Paz',
        number: '1500',
        area: 'AR-X',
      },
    ],
    [
      'Ruta Nacional 9 Km 72, Campana, Pcia. de Bs. As.',
      { municipality: 'Campana', streetType: 'Ruta', street: 'Nacional 9', number: 'Km 72', area: 'AR-B' },
    ],
    [
      'Bv. Oroño 1260 PB, S2000 Rosario, Santa Fe, Argentina',
      {
        municipality: 'Rosario',
        streetType: 'Bulevar',
        street: 'Oroño',
        number: '1260',
        unit: 'Planta Baja',
        postalCode: 'S2000',
        area: 'AR-S',
      },
    ],
    [
      { direccion: '9 de Julio 100', localidad: 'Villa María', provincia: 'Cba.', cp: 'X5900' },
      { municipality: 'Villa María', street: '9 de Julio', number: '100', postalCode: 'X5900', area: 'AR-X' },
    ],
    [
      {
        calle: 'Belgrano',
        altura: '450',
        piso: '2',
        departamento: 'C',
        ciudad: 'Buenos Aires',
        provincia: 'C',
        cp: 'c1092aag',
      },
      {
        municipality: 'Ciudad Autónoma de Buenos Aires',
        street: 'Belgrano',
        number: '450',
        unit: 'Piso 2, Departamento C',
        postalCode: 'C1092AAG',
        area: 'AR-C',
      },
    ],
    [
      {
        calle: 'Mitre',
        numero: '1',
        partido: 'General Pueyrredón',
        localidad: 'Mar del Plata',
        provincia: 'Buenos Aires',
        cp: '7600',
      },
      {
        municipality: 'General Pueyrredón',
        locality: 'Mar del Plata',
        street: 'Mitre',
        number: '1',
        postalCode: '7600',
        area: 'AR-B',
      },
    ],
    [
      { calle: 'Mitre', numero: 'S/N', ciudad: 'Ushuaia', provincia: 'TDF', cp: '9410' },
      { municipality: 'Ushuaia', street: 'Mitre', number: 'S/N', postalCode: '9410', area: 'AR-V' },
    ],
    [
      { calle: 'Mitre', numero: '1', ciudad: 'CABA' },
      { municipality: 'Ciudad Autónoma de Buenos Aires', street: 'Mitre', number: '1', area: 'AR-C' },
    ],
  ])('%j', (raw, fields) => {
    expect(shortAddress(raw, 'AR')).toEqual(fields);
  });

  test.each<[unknown, object]>([
    [
      { calle: 'Mitre', numero: '1', ciudad: 'Salta', provincia: 'Salta', cp: 'X5000ABC' },
      {
        municipality: 'Salta',
        street: 'Mitre',
        number: '1',
        postalCode: 'X5000ABC',
        area: 'AR-A',
        problems: ['POSTAL_CODE_MISMATCH postalCode'],
      },
    ],
    [
      { calle: 'Mitre', numero: '1', ciudad: 'Mendoza', provincia: 'Mendosa', cp: '55' },
      {
        municipality: 'Mendoza',
        street: 'Mitre',
        number: '1',
        postalCode: '55',
        area: 'AR-M',
        problems: ['INVALID_POSTAL_CODE postalCode'],
      },
    ],
  ])('wrong, and kept: %j', (raw, fields) => {
    expect(shortAddress(raw, 'AR')).toEqual(fields);
  });

  test('as lines, and by the area in which people are counted', () => {
    const address = standardiseAddress('Av. Corrientes 1234 3° B, C1043AAZ CABA', { country: 'AR' });
    expect(formatAddress(address)).toEqual([
      'Avenida Corrientes 1234, Piso 3, Departamento B',
      'C1043AAZ Ciudad Autónoma de Buenos Aires',
      'Argentina',
    ]);
    expect(addressSegment(address)).toEqual(null);
  });
});
