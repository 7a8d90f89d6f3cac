import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../../test/support/short-address.js';
import { addressSegment } from '../address-keys.js';
import { formatAddress } from '../format-address.js';
import { standardiseAddress } from '../standardise-address.js';

describe('addresses of Spain', () => {
  test.each<[unknown, object]>([
    [
      'C/ Mayor, 5, 3º B, 28013 Madrid',
      {
        municipality: 'Madrid',
        streetType: 'Calle',
        street: 'Mayor',
        number: '5',
        unit: 'Piso 3, Puerta B',
        postalCode: '28013',
        area: 'ES-M',
      },
    ],
    [
      'Avda. de la Constitución 12, esc. 2, 1º dcha., 41001 Sevilla (Sevilla)',
      {
        municipality: 'Sevilla',
        streetType: 'Avenida',
        street: 'de la Constitución',
        number: '12',
        unit: 'Escalera 2, Piso 1, Derecha',
        postalCode: '41001',
        area: 'ES-SE',
      },
    ],
    [
      'Pza. España s/n, 08014 Barcelona',
      {
        municipality: 'Barcelona',
        streetType: 'Plaza',
        street: 'España',
        number: 'S/N',
        postalCode: '08014',
        area: 'ES-B',
      },
    ],
    [
      'Passeig de Gràcia 43 2º 1ª, Barcelona 08007',
      {
        municipality: 'Barcelona',
        streetType: 'Passeig',
        street: 'de Gràcia',
        number: '43',
        unit: 'Piso 2, Puerta 1',
        postalCode: '08007',
        area: 'ES-B',
      },
    ],
    [
      'Urb. Los Olivos 5, 29660 Marbella, Málaga',
      {
        municipality: 'Marbella',
        streetType: 'Urbanización',
        street: 'Los Olivos',
        number: '5',
        postalCode: '29660',
        area: 'ES-MA',
      },
    ],
    [
      'CL GRAN VIA 15 PISO 2 PTA C, 48001 BILBAO, VIZCAYA',
      {
        municipality: 'Bilbao',
        streetType: 'Calle',
        street: 'Gran Via',
        number: '15',
        unit: 'Piso 2, Puerta C',
        postalCode: '48001',
        area: 'ES-BI',
      },
    ],
    [
      'Ctra. N-340 km 12, 11550 Chipiona (Cádiz), España',
      {
        municipality: 'Chipiona',
        streetType: 'Carretera',
        street: 'N-340',
        number: 'Km 12',
        postalCode: '11550',
        area: 'ES-CA',
      },
    ],
    [
      'Rúa do Franco 20 bajo, 15702 Santiago de Compostela, A Coruña',
      {
        municipality: 'Santiago de Compostela',
        streetType: 'Rúa',
        street: 'do Franco',
        number: '20',
        unit: 'Bajo',
        postalCode: '15702',
        area: 'ES-C',
      },
    ],
    [
      { street: 'Calle Juárez', number: '12', city: 'Barcelona', region: 'CT', postalCode: '08001' },
      {
        municipality: 'Barcelona',
        streetType: 'Calle',
        street: 'Juárez',
        number: '12',
        postalCode: '08001',
        area: 'ES-CT',
      },
    ],
    [
      { street: 'Calle Colón', number: '3 bis', city: 'Alicante', provincia: 'Alacant', postalCode: 3001 },
      {
        municipality: 'Alicante',
        streetType: 'Calle',
        street: 'Colón',
        number: '3 Bis',
        postalCode: '03001',
        area: 'ES-A',
      },
    ],
    [
      {
        via: 'Paseo de la Castellana',
        numero: '100',
        portal: '2',
        escalera: 'B',
        planta: '4',
        puerta: 'C',
        poblacion: 'Madrid',
        provincia: 'Comunidad de Madrid',
        cp: '28046',
      },
      {
        municipality: 'Madrid',
        streetType: 'Paseo',
        street: 'de la Castellana',
        number: '100',
        unit: 'Portal 2, Escalera B, Planta 4, Puerta C',
        postalCode: '28046',
        area: 'ES-M',
      },
    ],
    [
      { street: 'Calle Colón 3', city: 'Ceuta', postalCode: '51001' },
      { municipality: 'Ceuta', streetType: 'Calle', street: 'Colón', number: '3', postalCode: '51001', area: 'ES-CE' },
    ],
    [
      { street: 'Calle Colón 3', city: 'Pamplona', region: 'NA', postalCode: '31001' },
      {
        municipality: 'Pamplona',
        streetType: 'Calle',
        street: 'Colón',
        number: '3',
        postalCode: '31001',
        area: 'ES-NA',
      },
    ],
  ])('%j', (raw, fields) => {
    expect(shortAddress(raw, 'ES')).toEqual(fields);
  });

  test.each<[unknown, object]>([
    [
      { street: 'Calle Colón 3', city: 'Valencia', region: 'Valencia', postalCode: '28001' },
      {
        municipality: 'Valencia',
        streetType: 'Calle',
        street: 'Colón',
        number: '3',
        postalCode: '28001',
        area: 'ES-V',
        problems: ['POSTAL_CODE_MISMATCH postalCode'],
      },
    ],
    [
      { street: 'Calle Colón 3', city: 'Cuenca', region: 'Quenca', postalCode: '99001' },
      {
        municipality: 'Cuenca',
        streetType: 'Calle',
        street: 'Colón',
        number: '3',
        postalCode: '99001',
        area: 'ES-CU',
        problems: ['INVALID_POSTAL_CODE postalCode'],
      },
    ],
  ])('wrong, and kept: %j', (raw, fields) => {
    expect(shortAddress(raw, 'ES')).toEqual(fields);
  });

  test('as lines, and by the area in which people are counted', () => {
    const address = standardiseAddress('C/ Mayor, 5, 3º B, 28013 Madrid', { country: 'ES' });
    expect(formatAddress(address)).toEqual(['Calle Mayor, 5, Piso 3, Puerta B', '28013 Madrid, Madrid', 'España']);
    expect(addressSegment(address)).toEqual({ field: 'municipality', key: 'ES/ES-M/madrid', name: 'Madrid' });
  });
});
