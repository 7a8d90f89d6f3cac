import { describe, expect, test } from '@jest/globals';
import { shortAddress } from '../../../../test/support/short-address.js';
import { addressSegment } from '../address-keys.js';
import { formatAddress } from '../format-address.js';
import { standardiseAddress } from '../standardise-address.js';

describe('addresses of Brazil', () => {
  test.each<[unknown, object]>([
    [
      'Rua Augusta, 1508, apto 12 - Consolação, São Paulo - SP, 01304-001',
      {
        municipality: 'São Paulo',
        dependentLocality: 'Consolação',
        streetType: 'Rua',
        street: 'Augusta',
        number: '1508',
        unit: 'Apartamento 12',
        postalCode: '01304-001',
        area: 'BR-SP',
      },
    ],
    [
      'AV. PAULISTA 1578, BELA VISTA, SAO PAULO/SP, CEP 01310200',
      {
        municipality: 'São Paulo',
        dependentLocality: 'Bela Vista',
        streetType: 'Avenida',
        street: 'Paulista',
        number: '1578',
        postalCode: '01310-200',
        area: 'BR-SP',
      },
    ],
    [
      'R. Dr. João Ribeiro, s/n, Jd. América, Campinas - SP, Brasil',
      {
        municipality: 'Campinas',
        dependentLocality: 'Jardim América',
        streetType: 'Rua',
        street: 'Doutor João Ribeiro',
        number: 'S/N',
        area: 'BR-SP',
      },
    ],
    [
      'SQS 308 Bloco C Apto 401, Asa Sul, Brasília - DF, 70355-030',
      {
        municipality: 'Brasília',
        dependentLocality: 'Asa Sul',
        street: 'SQS',
        number: '308',
        unit: 'Bloco C, Apartamento 401',
        postalCode: '70355-030',
        area: 'BR-DF',
      },
    ],
    [
      'Rodovia BR-101 km 12,5, Serra, ES',
      { municipality: 'Serra', streetType: 'Rodovia', street: 'BR-101', number: 'Km 12.5', area: 'BR-ES' },
    ],
    [
      'Travessa das Flores nº 45 fundos, Bairro Nazaré, Belém - PA',
      {
        municipality: 'Belém',
        dependentLocality: 'Nazaré',
        streetType: 'Travessa',
        street: 'das Flores',
        number: '45',
        unit: 'Fundos',
        area: 'BR-PA',
      },
    ],
    [
      'Estr. do Campo 300, Condomínio Solar, Recreio, Rio de Janeiro - RJ, 22790-701',
      {
        municipality: 'Rio de Janeiro',
        dependentLocality: 'Recreio',
        settlement: 'Condomínio Solar',
        streetType: 'Estrada',
        street: 'do Campo',
        number: '300',
        postalCode: '22790-701',
        area: 'BR-RJ',
      },
    ],
    [
      {
        logradouro: 'Av Brasil',
        numero: '100',
        complemento: 'bl 2 ap 31',
        bairro: 'CENTRO',
        cidade: 'Niterói',
        uf: 'RJ',
        cep: '24020-000',
      },
      {
        municipality: 'Niterói',
        dependentLocality: 'Centro',
        streetType: 'Avenida',
        street: 'Brasil',
        number: '100',
        unit: 'Bloco 2, Apartamento 31',
        postalCode: '24020-000',
        area: 'BR-RJ',
      },
    ],
    [
      { street: 'Rua Juárez', number: '12', city: 'Salvador', region: 'BA', postalCode: 40000123, country: 'Brazil' },
      {
        municipality: 'Salvador',
        streetType: 'Rua',
        street: 'Juárez',
        number: '12',
        postalCode: '40000-123',
        area: 'BR-BA',
      },
    ],
    [
      { endereco: 'Praça da Sé, 10', cidade: 'São Paulo - SP', cep: 1001000 },
      {
        municipality: 'São Paulo',
        streetType: 'Praça',
        street: 'da Sé',
        number: '10',
        postalCode: '01001-000',
        area: 'BR-SP',
      },
    ],
    [
      { logradouro: 'RUA CONCEIÃ‡ÃƒO', numero: '7', cidade: 'Natal', uf: 'Rio Grande do Norte' },
      { municipality: 'Natal', streetType: 'Rua', street: 'Conceição', number: '7', area: 'BR-RN' },
    ],
  ])('%j', (raw, fields) => {
    expect(shortAddress(raw, 'BR')).toEqual(fields);
  });

  test.each<[unknown, object]>([
    [
      { logradouro: 'Rua A', numero: '1', cidade: 'Recife', uf: 'SP', cep: '50000-000' },
      {
        municipality: 'Recife',
        streetType: 'Rua',
        street: 'A',
        number: '1',
        postalCode: '50000-000',
        area: 'BR-SP',
        problems: ['POSTAL_CODE_MISMATCH postalCode'],
      },
    ],
    [
      { logradouro: 'Rua A', numero: '1', cidade: 'Recife', uf: 'Pernanbuco', cep: '5000-00' },
      {
        municipality: 'Recife',
        streetType: 'Rua',
        street: 'A',
        number: '1',
        postalCode: '5000-00',
        area: 'BR-PE',
        problems: ['INVALID_POSTAL_CODE postalCode'],
      },
    ],
    [
      { logradouro: 'Rua A', numero: 'S/Nº', bairro: 'não informado', cidade: 'Recife', uf: 'XX' },
      {
        municipality: 'Recife',
        streetType: 'Rua',
        street: 'A',
        number: 'S/N',
        problems: ['PLACEHOLDER adminArea', 'PLACEHOLDER dependentLocality'],
      },
    ],
  ])('wrong, and kept: %j', (raw, fields) => {
    expect(shortAddress(raw, 'BR')).toEqual(fields);
  });

  test('as lines, and by the area in which people are counted', () => {
    const address = standardiseAddress('Rua Augusta, 1508, apto 12 - Consolação, São Paulo - SP, 01304-001', {
      country: 'BR',
    });
    expect(formatAddress(address)).toEqual([
      'Rua Augusta, 1508, Apartamento 12',
      'Consolação',
      'São Paulo - SP',
      '01304-001',
      'Brasil',
    ]);
    expect(addressSegment(address)).toEqual({
      field: 'dependentLocality',
      key: 'BR/BR-SP/sao paulo/consolacao',
      name: 'Consolação',
    });
  });
});
