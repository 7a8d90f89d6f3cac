import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../../test/support/short-address.js';
import { addressSegment } from '../address-keys.js';
import { formatAddress } from '../format-address.js';
import { standardiseAddress } from '../standardise-address.js';

describe('addresses of Uruguay', () => {
  test.each<[unknown, object]>([
    [
      'Bvar. Artigas 1234 esq. Rivera apto 501, Montevideo',
      {
        municipality: 'Montevideo',
        streetType: 'Bulevar',
        street: 'Artigas',
        number: '1234',
        unit: 'Apartamento 501',
        crossStreets: 'esquina Rivera',
        area: 'UY-MO',
      },
    ],
    [
      '18 de Julio 1234, Barrio Centro, 11200 Montevideo, Montevideo',
      {
        municipality: 'Montevideo',
        dependentLocality: 'Centro',
        street: '18 de Julio',
        number: '1234',
        postalCode: '11200',
        area: 'UY-MO',
      },
    ],
    [
      'Ruta 8 km 50, Pando, Canelones',
      { municipality: 'Pando', streetType: 'Ruta', street: '8', number: 'Km 50', area: 'UY-CA' },
    ],
    [
      'Rbla. República del Perú 1025, Pocitos, Montevideo, Uruguay',
      {
        municipality: 'Montevideo',
        dependentLocality: 'Pocitos',
        streetType: 'Rambla',
        street: 'República del Perú',
        number: '1025',
        area: 'UY-MO',
      },
    ],
    [
      'AV. ITALIA 3500 APTO 2, MONTEVIDEO',
      {
        municipality: 'Montevideo',
        streetType: 'Avenida',
        street: 'Italia',
        number: '3500',
        unit: 'Apartamento 2',
        area: 'UY-MO',
      },
    ],
    [
      'Gorlero 800, Punta del Este, Maldonado, 20100',
      { municipality: 'Punta del Este', street: 'Gorlero', number: '800', postalCode: '20100', area: 'UY-MA' },
    ],
    [
      'Cno. Carrasco s/n, Barrio Carrasco Norte, Montevideo',
      {
        municipality: 'Montevideo',
        dependentLocality: 'Carrasco Norte',
        streetType: 'Camino',
        street: 'Carrasco',
        number: 'S/N',
        area: 'UY-MO',
      },
    ],
    [
      'Treinta y Tres 1420, Ciudad Vieja, Montevideo',
      {
        municipality: 'Montevideo',
        dependentLocality: 'Ciudad Vieja',
        street: 'Treinta y Tres',
        number: '1420',
        area: 'UY-MO',
      },
    ],
    [
      'Mz 5 Solar 3, Balneario Jaureguiberry, Canelones',
      { municipality: 'Balneario Jaureguiberry', unit: 'Manzana 5, Solar 3', area: 'UY-CA' },
    ],
    [
      { calle: 'Uruguay', numero: '55', ciudad: 'Salto', departamento: 'Salto', codigoPostal: '50000' },
      { municipality: 'Salto', street: 'Uruguay', number: '55', postalCode: '50000', area: 'UY-SA' },
    ],
    [
      { calle: 'Uruguay', numero: '55', ciudad: 'Paysandú', departamento: 'Paisandú', codigoPostal: 60000 },
      { municipality: 'Paysandú', street: 'Uruguay', number: '55', postalCode: '60000', area: 'UY-PA' },
    ],
    [
      { calle: 'Uruguay', numero: '55', ciudad: 'Mvdeo' },
      { municipality: 'Montevideo', street: 'Uruguay', number: '55', area: 'UY-MO' },
    ],
  ])('%j', (raw, fields) => {
    expect(shortAddress(raw, 'UY')).toEqual(fields);
  });

  test.each<[unknown, object]>([
    [
      { calle: 'Uruguay', numero: '55', ciudad: 'Melo', departamento: 'Cerro Largo', codigoPostal: '370' },
      {
        municipality: 'Melo',
        street: 'Uruguay',
        number: '55',
        postalCode: '370',
        area: 'UY-CL',
        problems: ['INVALID_POSTAL_CODE postalCode'],
      },
    ],
    [
      { calle: 'Uruguay', numero: '55', ciudad: 'Melo', departamento: 'Banda Oriental' },
      {
        municipality: 'Melo',
        street: 'Uruguay',
        number: '55',
        area: 'Banda Oriental',
        problems: ['UNKNOWN_SUBDIVISION adminArea'],
      },
    ],
  ])('wrong, and kept: %j', (raw, fields) => {
    expect(shortAddress(raw, 'UY')).toEqual(fields);
  });

  test('as lines, and by the area in which people are counted', () => {
    const address = standardiseAddress('Bvar. Artigas 1234 esq. Rivera apto 501, Montevideo', { country: 'UY' });
    expect(formatAddress(address)).toEqual([
      'Bulevar Artigas 1234, Apartamento 501',
      'esquina Rivera',
      'Montevideo',
      'Uruguay',
    ]);
    expect(addressSegment(address)).toEqual(null);
  });
});
