import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../../test/support/short-address.js';
import { addressSegment } from '../address-keys.js';
import { formatAddress } from '../format-address.js';
import { standardiseAddress } from '../standardise-address.js';

describe('addresses of Peru', () => {
  test.each<[unknown, object]>([
    [
      'Av. José Larco 345 Dpto. 302, Miraflores, Lima 18',
      {
        municipality: 'Lima',
        dependentLocality: 'Miraflores',
        streetType: 'Avenida',
        street: 'José Larco',
        number: '345',
        unit: 'Departamento 302',
        postalCode: 'Lima 18',
        area: 'PE-LIM',
      },
    ],
    [
      'Jr. de la Unión 300, Cercado de Lima, Lima, Lima',
      {
        municipality: 'Lima',
        dependentLocality: 'Cercado de Lima',
        streetType: 'Jirón',
        street: 'de la Unión',
        number: '300',
        area: 'PE-LIM',
      },
    ],
    [
      'Mz. C Lt. 4 Urb. Los Olivos, San Martín de Porres, Lima',
      {
        municipality: 'Lima',
        dependentLocality: 'San Martín de Porres',
        settlement: 'Urbanización Los Olivos',
        unit: 'Manzana C, Lote 4',
        area: 'PE-LIM',
      },
    ],
    [
      'AA.HH. Villa María Mz B Lt 10, Ventanilla, Callao',
      {
        municipality: 'Callao',
        dependentLocality: 'Ventanilla',
        settlement: 'Asentamiento Humano Villa María',
        unit: 'Manzana B, Lote 10',
        area: 'PE-CAL',
      },
    ],
    [
      'Calle Mercaderes 120, Arequipa, Arequipa 04001',
      {
        municipality: 'Arequipa',
        streetType: 'Calle',
        street: 'Mercaderes',
        number: '120',
        postalCode: '04001',
        area: 'PE-ARE',
      },
    ],
    [
      'CA. LOS PINOS 120 INT. 3, URB. SAN FELIPE, JESUS MARIA, LIMA, PERU',
      {
        municipality: 'Lima',
        dependentLocality: 'Jesus Maria',
        settlement: 'Urbanización San Felipe',
        streetType: 'Calle',
        street: 'Los Pinos',
        number: '120',
        unit: 'Interior 3',
        area: 'PE-LIM',
      },
    ],
    [
      'Psje. Santa Rosa 15, Coop. Universal, Santa Anita, Lima',
      {
        municipality: 'Lima',
        dependentLocality: 'Santa Anita',
        settlement: 'Cooperativa Universal',
        streetType: 'Pasaje',
        street: 'Santa Rosa',
        number: '15',
        area: 'PE-LIM',
      },
    ],
    [
      'Av. El Sol s/n, Cuzco, Cuzco',
      { municipality: 'Cusco', streetType: 'Avenida', street: 'El Sol', number: 'S/N', area: 'PE-CUS' },
    ],
    [
      { direccion: 'Ca. Los Pinos 120', distrito: 'Cayma', provincia: 'Arequipa', departamento: 'Arequipa' },
      {
        municipality: 'Arequipa',
        dependentLocality: 'Cayma',
        streetType: 'Calle',
        street: 'Los Pinos',
        number: '120',
        area: 'PE-ARE',
      },
    ],
    [
      { street: 'Av. Grau', number: 'Mz C Lt 4', district: 'Piura', city: 'Piura', region: 'Piura', postalCode: 20001 },
      {
        municipality: 'Piura',
        dependentLocality: 'Piura',
        streetType: 'Avenida',
        street: 'Grau',
        unit: 'Manzana C, Lote 4',
        postalCode: '20001',
        area: 'PE-PIU',
      },
    ],
    [
      { direccion: 'Av. Grau 1', ciudad: 'Lima', departamento: 'Lima Metropolitana', codigoPostal: '15001' },
      { municipality: 'Lima', streetType: 'Avenida', street: 'Grau', number: '1', postalCode: '15001', area: 'PE-LMA' },
    ],
  ])('%j', (raw, fields) => {
    expect(shortAddress(raw, 'PE')).toEqual(fields);
  });

  test.each<[unknown, object]>([
    [
      { direccion: 'Av. Grau 1', distrito: 'Trujillo', departamento: 'La Libertad', codigoPostal: '15001' },
      {
        dependentLocality: 'Trujillo',
        streetType: 'Avenida',
        street: 'Grau',
        number: '1',
        postalCode: '15001',
        area: 'PE-LAL',
        problems: ['POSTAL_CODE_MISMATCH postalCode'],
      },
    ],
    [
      { direccion: 'Av. Grau 1', distrito: 'Iquitos', departamento: 'Lorteo', codigoPostal: '1600B' },
      {
        dependentLocality: 'Iquitos',
        streetType: 'Avenida',
        street: 'Grau',
        number: '1',
        postalCode: '1600B',
        area: 'PE-LOR',
        problems: ['INVALID_POSTAL_CODE postalCode'],
      },
    ],
    [
      { direccion: 'Av. Grau 1', distrito: '-', departamento: 'Selva Alta' },
      {
        streetType: 'Avenida',
        street: 'Grau',
        number: '1',
        area: 'Selva Alta',
        problems: ['UNKNOWN_SUBDIVISION adminArea'],
      },
    ],
  ])('wrong, and kept: %j', (raw, fields) => {
    expect(shortAddress(raw, 'PE')).toEqual(fields);
  });

  test('as lines, and by the area in which people are counted', () => {
    const address = standardiseAddress('Av. José Larco 345 Dpto. 302, Miraflores, Lima 18', { country: 'PE' });
    expect(formatAddress(address)).toEqual([
      'Avenida José Larco 345, Departamento 302',
      'Miraflores',
      'Lima 18',
      'Lima',
      'Perú',
    ]);
    expect(addressSegment(address)).toEqual({
      field: 'dependentLocality',
      key: 'PE/PE-LIM/lima/miraflores',
      name: 'Miraflores',
    });
  });
});
