import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../../test/support/short-address.js';
import { addressSegment } from '../address-keys.js';
import { formatAddress } from '../format-address.js';
import { standardiseAddress } from '../standardise-address.js';

describe('addresses of Ecuador', () => {
  test.each<[unknown, object]>([
    [
      '9 de Octubre 425 y Boyacá, Guayaquil, Guayas, 090306',
      {
        municipality: 'Guayaquil',
        street: '9 de Octubre',
        number: '425',
        crossStreets: 'y Boyacá',
        postalCode: '090306',
        area: 'EC-G',
      },
    ],
    [
      'Av. Amazonas N34-451 y Av. Atahualpa, Edificio Torre Azul piso 3, Quito, Pichincha',
      {
        municipality: 'Quito',
        streetType: 'Avenida',
        street: 'Amazonas',
        number: 'N34-451',
        unit: 'Edificio Torre Azul, Piso 3',
        crossStreets: 'y Avenida Atahualpa',
        area: 'EC-P',
      },
    ],
    [
      'Cdla. Kennedy Norte Mz 12 Villa 5, Guayaquil',
      { municipality: 'Guayaquil', settlement: 'Ciudadela Kennedy Norte', unit: 'Manzana 12, Villa 5' },
    ],
    [
      'FRANCISCO DALMAU 547 Y CALLE 2, CONJUNTO REAL AUDIENCIA, BLOQUE 3, CONOCOTO, QUITO, PICHINCHA',
      {
        municipality: 'Quito',
        dependentLocality: 'Conocoto',
        settlement: 'Conjunto Real Audiencia',
        street: 'Francisco Dalmau',
        number: '547',
        unit: 'Bloque 3',
        crossStreets: 'y Calle 2',
        area: 'EC-P',
      },
    ],
    [
      'Sector La Loma, Río Verde, Esmeraldas',
      { municipality: 'Río Verde', dependentLocality: 'Sector La Loma', area: 'EC-E' },
    ],
    [
      'Calle Larga 7-05, Cuenca, Azuay, Ecuador',
      { municipality: 'Cuenca', streetType: 'Calle', street: 'Larga', number: '7-05', area: 'EC-A' },
    ],
    [
      'Coop. Juan Montalvo Mz 3 Solar 8, Parroquia Tarqui, Guayaquil, Guayas',
      {
        municipality: 'Guayaquil',
        dependentLocality: 'Tarqui',
        settlement: 'Cooperativa Juan Montalvo',
        unit: 'Manzana 3, Solar 8',
        area: 'EC-G',
      },
    ],
    [
      { calle: 'Bolívar', numero: '10-20', ciudad: 'Cuenca', provincia: 'Azuay', codigoPostal: '10101' },
      { municipality: 'Cuenca', street: 'Bolívar', number: '10-20', postalCode: '010101', area: 'EC-A' },
    ],
    [
      {
        callePrincipal: 'Bolívar',
        calle: 'BOLIVAR',
        calleSecundaria: 'Sucre',
        canton: 'Loja',
        provincia: 'Loja',
        parroquia: 'El Sagrario',
      },
      {
        municipality: 'Loja',
        dependentLocality: 'El Sagrario',
        street: 'Bolívar',
        crossStreets: 'y Sucre',
        area: 'EC-L',
      },
    ],
    [
      { calle: 'Bolívar', numero: '1', canton: 'Manta', provincia: 'Manavi' },
      { municipality: 'Manta', street: 'Bolívar', number: '1', area: 'EC-M' },
    ],
  ])('%j', (raw, fields) => {
    expect(shortAddress(raw, 'EC')).toEqual(fields);
  });

  test.each<[unknown, object]>([
    [
      { calle: 'Bolívar', numero: '1', canton: 'Ambato', provincia: 'Tungurahua', codigoPostal: '170101' },
      {
        municipality: 'Ambato',
        street: 'Bolívar',
        number: '1',
        postalCode: '170101',
        area: 'EC-T',
        problems: ['POSTAL_CODE_MISMATCH postalCode'],
      },
    ],
    [
      { calle: 'Bolívar', numero: '1', canton: 'Santo Domingo', provincia: 'Sto. Domingo', codigoPostal: 'ABC' },
      {
        municipality: 'Santo Domingo',
        street: 'Bolívar',
        number: '1',
        postalCode: 'ABC',
        area: 'EC-SD',
        problems: ['INVALID_POSTAL_CODE postalCode'],
      },
    ],
    [
      { calle: 'Bolívar', numero: '1', canton: 'Tena', provincia: 'Oriente' },
      {
        municipality: 'Tena',
        street: 'Bolívar',
        number: '1',
        area: 'Oriente',
        problems: ['UNKNOWN_SUBDIVISION adminArea'],
      },
    ],
  ])('wrong, and kept: %j', (raw, fields) => {
    expect(shortAddress(raw, 'EC')).toEqual(fields);
  });

  test('as lines, and by the area in which people are counted', () => {
    const address = standardiseAddress('9 de Octubre 425 y Boyacá, Guayaquil, Guayas, 090306', { country: 'EC' });
    expect(formatAddress(address)).toEqual(['9 de Octubre 425 y Boyacá', '090306 - Guayaquil', 'Guayas', 'Ecuador']);
    expect(addressSegment(address)).toEqual(null);
  });
});
