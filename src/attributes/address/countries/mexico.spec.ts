import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../../test/support/short-address.js';
import { addressSegment } from '../address-keys.js';
import { formatAddress } from '../format-address.js';
import { standardiseAddress } from '../standardise-address.js';

describe('addresses of Mexico', () => {
  test.each<[unknown, object]>([
    [
      'Av. Juárez 12 Int. 4, Col. Centro, 72000 Puebla, Pue., México',
      {
        municipality: 'Puebla',
        dependentLocality: 'Centro',
        streetType: 'Avenida',
        street: 'Juárez',
        number: '12',
        unit: 'Interior 4',
        postalCode: '72000',
        area: 'MX-PUE',
      },
    ],
    [
      'AV INSURGENTES SUR 1234 COL DEL VALLE CP 03100 CDMX',
      {
        municipality: 'Ciudad de México',
        dependentLocality: 'Del Valle',
        streetType: 'Avenida',
        street: 'Insurgentes Sur',
        number: '1234',
        postalCode: '03100',
        area: 'MX-CMX',
      },
    ],
    [
      'calle 60 no. 500 entre 57 y 59, centro, merida, yucatan',
      {
        municipality: 'Merida',
        dependentLocality: 'Centro',
        streetType: 'Calle',
        street: '60',
        number: '500',
        crossStreets: 'entre 57 y 59',
        area: 'MX-YUC',
      },
    ],
    [
      'SM 64 Mz 12 Lt 4, Cancún, Q. Roo',
      { municipality: 'Cancún', unit: 'Supermanzana 64, Manzana 12, Lote 4', area: 'MX-ROO' },
    ],
    [
      'Carretera México-Toluca km 15.5, Cuajimalpa, D.F.',
      {
        municipality: 'Cuajimalpa',
        streetType: 'Carretera',
        street: 'México-Toluca',
        number: 'Km 15.5',
        area: 'MX-CMX',
      },
    ],
    [
      'Priv. de las Flores s/n, Ejido San Juan, Toluca, Edo. Méx.',
      {
        municipality: 'Toluca',
        dependentLocality: 'Ejido San Juan',
        streetType: 'Privada',
        street: 'de las Flores',
        number: 'S/N',
        area: 'MX-MEX',
      },
    ],
    [
      'Blvd. Adolfo López Mateos #2000-B esq. Molinos, Fracc. Los Alpes, León, Gto. 37000',
      {
        municipality: 'León',
        dependentLocality: 'Fraccionamiento Los Alpes',
        streetType: 'Boulevard',
        street: 'Adolfo López Mateos',
        number: '2000-B',
        crossStreets: 'esquina Molinos',
        postalCode: '37000',
        area: 'MX-GUA',
      },
    ],
    [
      {
        calle: 'CALZ. DE LOS NIÑOS HÉROES',
        numExt: '1500',
        numInt: '3',
        colonia: 'COL. MODERNA',
        alcaldia: 'Benito Juárez',
        ciudad: 'CDMX',
        cp: 3100,
        estado: 'Distrito Federal',
      },
      {
        municipality: 'Benito Juárez',
        locality: 'Ciudad de México',
        dependentLocality: 'Moderna',
        streetType: 'Calzada',
        street: 'de los Niños Héroes',
        number: '1500',
        unit: 'Interior 3',
        postalCode: '03100',
        area: 'MX-CMX',
      },
    ],
    [
      {
        street: 'Avenida Reforma',
        number: '222',
        neighborhood: 'Juárez',
        city: 'México',
        region: 'MX-CMX',
        postalCode: '06600',
        entreCalles: 'Insurgentes y Génova',
        referencias: 'Frente a la glorieta',
      },
      {
        municipality: 'Ciudad de México',
        dependentLocality: 'Juárez',
        streetType: 'Avenida',
        street: 'Reforma',
        number: '222',
        crossStreets: 'entre Insurgentes y Génova',
        postalCode: '06600',
        reference: 'Frente a la glorieta',
        area: 'MX-CMX',
      },
    ],
    [
      { line1: 'MuÃ±oz 5', line2: 'Fracc. Las AmÃ©ricas', city: 'LeÃ³n', state: 'Guanajuato' },
      {
        municipality: 'León',
        dependentLocality: 'Fraccionamiento Las Américas',
        street: 'Muñoz',
        number: '5',
        area: 'MX-GUA',
      },
    ],
    [
      { street: 'Reforma 222', city: 'Guadalajara', state: 'Jalizco', zip: '44100' },
      { municipality: 'Guadalajara', street: 'Reforma', number: '222', postalCode: '44100', area: 'MX-JAL' },
    ],
    [
      { direccion: '5 de Mayo 10 y 12', municipio: 'Centro', estado: 'Tabasco', cp: '86000' },
      { municipality: 'Centro', street: '5 de Mayo', number: '10 y 12', postalCode: '86000', area: 'MX-TAB' },
    ],
    [
      'Domicilio conocido, San Juan Chamula, Chiapas',
      { municipality: 'San Juan Chamula', street: 'Domicilio conocido', area: 'MX-CHP' },
    ],
  ])('%j', (raw, fields) => {
    expect(shortAddress(raw, 'MX')).toEqual(fields);
  });

  test.each<[unknown, object]>([
    [
      { street: 'Reforma 222', city: 'Monterrey', state: 'Nuevo León', zip: '44100' },
      {
        municipality: 'Monterrey',
        street: 'Reforma',
        number: '222',
        postalCode: '44100',
        area: 'MX-NLE',
        problems: ['POSTAL_CODE_MISMATCH postalCode'],
      },
    ],
    [
      { street: 'Reforma 222', city: 'Puebla', state: 'Puebla', zip: '7200A' },
      {
        municipality: 'Puebla',
        street: 'Reforma',
        number: '222',
        postalCode: '7200A',
        area: 'MX-PUE',
        problems: ['INVALID_POSTAL_CODE postalCode'],
      },
    ],
    [
      { street: 'Reforma 222', city: 'Puebla', state: 'Atlantis', zip: '72000' },
      {
        municipality: 'Puebla',
        street: 'Reforma',
        number: '222',
        postalCode: '72000',
        area: 'Atlantis',
        problems: ['UNKNOWN_SUBDIVISION adminArea'],
      },
    ],
    [
      { street: 'Reforma 222', city: 'N/A', zip: '1000', colonia: 'XXX' },
      {
        street: 'Reforma',
        number: '222',
        postalCode: '01000',
        area: 'MX-CMX',
        problems: ['PLACEHOLDER municipality', 'PLACEHOLDER dependentLocality'],
      },
    ],
  ])('wrong, and kept: %j', (raw, fields) => {
    expect(shortAddress(raw, 'MX')).toEqual(fields);
  });

  test('as lines, and by the area in which people are counted', () => {
    const address = standardiseAddress('Av. Juárez 12 Int. 4, Col. Centro, 72000 Puebla, Pue., México', {
      country: 'MX',
    });
    expect(formatAddress(address)).toEqual([
      'Avenida Juárez 12, Interior 4',
      'Colonia Centro',
      '72000 Puebla, Puebla',
      'México',
    ]);
    expect(addressSegment(address)).toEqual({
      field: 'dependentLocality',
      key: 'MX/MX-PUE/puebla/centro',
      name: 'Centro',
    });
  });
});
