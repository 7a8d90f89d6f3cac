import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../../test/support/short-address.js';
import { addressSegment } from '../address-keys.js';
import { formatAddress } from '../format-address.js';
import { standardiseAddress } from '../standardise-address.js';

describe('addresses of Colombia', () => {
  test.each<[unknown, object]>([
    [
      'Cra 7 # 71-21 Apto 301, Chapinero, Bogotá D.C., 110231',
      {
        municipality: 'Bogotá',
        dependentLocality: 'Chapinero',
        streetType: 'Carrera',
        street: '7',
        number: '71-21',
        unit: 'Apartamento 301',
        postalCode: '110231',
        area: 'CO-DC',
      },
    ],
    [
      'CL 26 69 76 OF 301 BOGOTA',
      {
        municipality: 'Bogotá',
        streetType: 'Calle',
        street: '26',
        number: '69-76',
        unit: 'Oficina 301',
        area: 'CO-DC',
      },
    ],
    [
      'Cra. 15 Bis A No. 45B - 12 Este, Barrio Palermo, Bogotá',
      {
        municipality: 'Bogotá',
        dependentLocality: 'Palermo',
        streetType: 'Carrera',
        street: '15 Bis A',
        number: '45B-12 Este',
        area: 'CO-DC',
      },
    ],
    [
      'calle 38 a bis sur # 3A-18 este, medellin, antioquia',
      { municipality: 'Medellin', streetType: 'Calle', street: '38A Bis Sur', number: '3A-18 Este', area: 'CO-ANT' },
    ],
    [
      'Av. Cra 68 #22 - 47, Bogotá, D.C.',
      { municipality: 'Bogotá', streetType: 'Avenida Carrera', street: '68', number: '22-47', area: 'CO-DC' },
    ],
    [
      'KR45#12-30, Cali, Valle',
      { municipality: 'Cali', streetType: 'Carrera', street: '45', number: '12-30', area: 'CO-VAC' },
    ],
    [
      'Dg 40A Bis # 13-09 Torre 2 Apto 501, Conjunto Residencial Los Pinos, Bogotá',
      {
        municipality: 'Bogotá',
        settlement: 'Conjunto Residencial Los Pinos',
        streetType: 'Diagonal',
        street: '40A Bis',
        number: '13-09',
        unit: 'Torre 2, Apartamento 501',
        area: 'CO-DC',
      },
    ],
    [
      'AC 26 # 59-51, Bogotá',
      { municipality: 'Bogotá', streetType: 'Avenida Calle', street: '26', number: '59-51', area: 'CO-DC' },
    ],
    [
      'Transversal 60 No 115 58 casa 4, Suba, Bogotá',
      {
        municipality: 'Bogotá',
        dependentLocality: 'Suba',
        streetType: 'Transversal',
        street: '60',
        number: '115-58',
        unit: 'Casa 4',
        area: 'CO-DC',
      },
    ],
    [
      'Mz C Casa 4, Barrio La Esperanza, Neiva, Huila',
      { municipality: 'Neiva', dependentLocality: 'La Esperanza', unit: 'Manzana C, Casa 4', area: 'CO-HUI' },
    ],
    [
      'Autopista Norte km 18, Chía, Cundinamarca',
      { municipality: 'Chía', streetType: 'Autopista', street: 'Norte', number: 'Km 18', area: 'CO-CUN' },
    ],
    [
      'Vereda El Salado, Envigado, Antioquia',
      { municipality: 'Envigado', dependentLocality: 'Vereda El Salado', area: 'CO-ANT' },
    ],
    [
      { street: 'Carrera 45', number: '1234', city: 'Bogotá', region: 'DC', postalCode: '110111' },
      {
        municipality: 'Bogotá',
        streetType: 'Carrera',
        street: '45',
        number: '1234',
        postalCode: '110111',
        area: 'CO-DC',
      },
    ],
    [
      { direccion: 'Cl 10 # 5-20', municipio: 'Medellín', departamento: 'Antioquia', cp: 50022 },
      {
        municipality: 'Medellín',
        streetType: 'Calle',
        street: '10',
        number: '5-20',
        postalCode: '050022',
        area: 'CO-ANT',
      },
    ],
  ])('%j', (raw, fields) => {
    expect(shortAddress(raw, 'CO')).toEqual(fields);
  });

  test.each<[unknown, object]>([
    [
      { direccion: 'Cl 10 # 5-20', municipio: 'Cali', departamento: 'Valle del Cauca', cp: '110111' },
      {
        municipality: 'Cali',
        streetType: 'Calle',
        street: '10',
        number: '5-20',
        postalCode: '110111',
        area: 'CO-VAC',
        problems: ['POSTAL_CODE_MISMATCH postalCode'],
      },
    ],
    [
      { direccion: 'Cl 10 # 5-20', municipio: 'Pasto', departamento: 'Narinno', cp: '52A001' },
      {
        municipality: 'Pasto',
        streetType: 'Calle',
        street: '10',
        number: '5-20',
        postalCode: '52A001',
        area: 'CO-NAR',
        problems: ['INVALID_POSTAL_CODE postalCode'],
      },
    ],
    [
      { direccion: 'Cl 10', municipio: 'Leticia', departamento: 'Amazonia Central' },
      {
        municipality: 'Leticia',
        streetType: 'Calle',
        street: '10',
        area: 'Amazonia Central',
        problems: ['UNKNOWN_SUBDIVISION adminArea'],
      },
    ],
  ])('wrong, and kept: %j', (raw, fields) => {
    expect(shortAddress(raw, 'CO')).toEqual(fields);
  });

  test('as lines, and by the area in which people are counted', () => {
    const address = standardiseAddress('Cra 7 # 71-21 Apto 301, Chapinero, Bogotá D.C., 110231', { country: 'CO' });
    expect(formatAddress(address)).toEqual([
      'Carrera 7 # 71-21, Apartamento 301',
      'Barrio Chapinero',
      'Bogotá, Bogotá D.C., 110231',
      'Colombia',
    ]);
    expect(addressSegment(address)).toEqual({
      field: 'dependentLocality',
      key: 'CO/CO-DC/bogota/chapinero',
      name: 'Chapinero',
    });
  });
});
