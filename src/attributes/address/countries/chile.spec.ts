import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../../test/support/short-address.js';
import { addressSegment } from '../address-keys.js';
import { formatAddress } from '../format-address.js';
import { standardiseAddress } from '../standardise-address.js';

describe('addresses of Chile', () => {
  test.each<[unknown, object]>([
    [
      'Av. Providencia 1234 Depto. 505, Providencia, Santiago',
      {
        municipality: 'Providencia',
        streetType: 'Avenida',
        street: 'Providencia',
        number: '1234',
        unit: 'Departamento 505',
        area: 'CL-RM',
      },
    ],
    [
      'Moneda 1152, 8340648 SANTIAGO, REGION METROPOLITANA, CHILE',
      { municipality: 'Santiago', street: 'Moneda', number: '1152', postalCode: '8340648', area: 'CL-RM' },
    ],
    [
      'Los Aromos 45, Villa Los Héroes, Maipú, RM',
      { municipality: 'Maipú', settlement: 'Villa Los Héroes', street: 'Los Aromos', number: '45', area: 'CL-RM' },
    ],
    [
      'Calle Prat 89, Comuna de Valparaíso, V Región',
      { municipality: 'Valparaíso', streetType: 'Calle', street: 'Prat', number: '89', area: 'CL-VS' },
    ],
    [
      'Parcela 12, Sector El Roble, Chillán, Ñuble',
      { municipality: 'Chillán', dependentLocality: 'Sector El Roble', unit: 'Parcela 12', area: 'CL-NB' },
    ],
    [
      'Pje. Los Copihues 0123 Block 4 Depto 22, Población La Victoria, Pedro Aguirre Cerda, Región Metropolitana de Santiago',
      {
        municipality: 'Pedro Aguirre Cerda',
        settlement: 'Población La Victoria',
        streetType: 'Pasaje',
        street: 'Los Copihues',
        number: '0123',
        unit: 'Block 4, Departamento 22',
        area: 'CL-RM',
      },
    ],
    [
      "Av. Bernardo O'Higgins 500, Rancagua, Región del Libertador General Bernardo O'Higgins",
      { municipality: 'Rancagua', streetType: 'Avenida', street: "Bernardo O'Higgins", number: '500', area: 'CL-LI' },
    ],
    [
      'Camino a Melipilla km 15, Talagante, XIII Región',
      { municipality: 'Talagante', streetType: 'Camino', street: 'a Melipilla', number: 'Km 15', area: 'CL-RM' },
    ],
    [
      {
        calle: 'Avenida Palena',
        numero: '1084',
        depto: '505',
        piso: '5',
        comuna: 'Estación Central',
        region: 'XIII',
        codigoPostal: '9180794',
      },
      {
        municipality: 'Estación Central',
        streetType: 'Avenida',
        street: 'Palena',
        number: '1084',
        unit: 'Departamento 505, Piso 5',
        postalCode: '9180794',
        area: 'CL-RM',
      },
    ],
    [
      { street: 'LOS LEONES 220', city: 'Santiago', comuna: 'Providencia', region: 'Metropolitana' },
      { municipality: 'Providencia', locality: 'Santiago', street: 'Los Leones', number: '220', area: 'CL-RM' },
    ],
    [
      { calle: 'Colón', numero: '10', comuna: 'Concepción', region: 'Bio Bio', codigoPostal: '403 0000' },
      { municipality: 'Concepción', street: 'Colón', number: '10', postalCode: '4030000', area: 'CL-BI' },
    ],
  ])('%j', (raw, fields) => {
    expect(shortAddress(raw, 'CL')).toEqual(fields);
  });

  test.each<[unknown, object]>([
    [
      { calle: 'Colón', numero: '10', comuna: 'Viña del Mar', region: 'Valparaiso', codigoPostal: '8320000' },
      {
        municipality: 'Viña del Mar',
        street: 'Colón',
        number: '10',
        postalCode: '8320000',
        area: 'CL-VS',
        problems: ['POSTAL_CODE_MISMATCH postalCode'],
      },
    ],
    [
      { calle: 'Colón', numero: '10', comuna: 'Temuco', region: 'Aracanía', codigoPostal: '48' },
      {
        municipality: 'Temuco',
        street: 'Colón',
        number: '10',
        postalCode: '48',
        area: 'CL-AR',
        problems: ['INVALID_POSTAL_CODE postalCode'],
      },
    ],
    [
      { calle: 'Colón', numero: 'S/N', comuna: 'Aysén', region: 'Patagonia Norte' },
      {
        municipality: 'Aysén',
        street: 'Colón',
        number: 'S/N',
        area: 'Patagonia Norte',
        problems: ['UNKNOWN_SUBDIVISION adminArea'],
      },
    ],
  ])('wrong, and kept: %j', (raw, fields) => {
    expect(shortAddress(raw, 'CL')).toEqual(fields);
  });

  test('as lines, and by the area in which people are counted', () => {
    const address = standardiseAddress('Av. Providencia 1234 Depto. 505, Providencia, Santiago', { country: 'CL' });
    expect(formatAddress(address)).toEqual([
      'Avenida Providencia 1234, Departamento 505',
      'Providencia',
      'Región Metropolitana',
      'Chile',
    ]);
    expect(addressSegment(address)).toEqual({
      field: 'municipality',
      key: 'CL/CL-RM/providencia',
      name: 'Providencia',
    });
  });
});
