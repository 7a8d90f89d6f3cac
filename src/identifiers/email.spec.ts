import { describe, expect, test } from '@jest/globals';
import { normaliseEmail } from './email.js';
import type { NormalisedIdentifier } from './identifier.types.js';

function read(value: string): NormalisedIdentifier {
  const result = normaliseEmail(value, '');
  if (!result.ok) throw new Error(result.problem.message);
  return result.identifier;
}

describe('e-mail addresses', () => {
  test('the canonical form keeps the local part as written, the key folds it', () => {
    expect(read('Ana.Gomez@Correo.MX')).toEqual({
      type: 'EMAIL',
      namespace: '',
      canonical: 'Ana.Gomez@correo.mx',
      matchKey: 'ana.gomez@correo.mx',
      display: 'A***@correo.mx',
      quality: 'ok',
    });
  });

  test.each([
    ['Ana Gómez <ana@x.mx>', 'ana@x.mx'],
    ['Ana<ana@x.mx>', 'ana@x.mx'],
    ['<ana@x.mx>', 'ana@x.mx'],
    ['mailto:ana@x.mx', 'ana@x.mx'],
    ['ana@x.mx.', 'ana@x.mx'],
    ['ana@CAFÉ.mx', 'ana@xn--caf-dma.mx'],
    ['ana@xn--CAF-dma.mx', 'ana@xn--caf-dma.mx'],
    ['ana@peña。com', 'ana@xn--pea-8ma.com'],
  ])('%s is %s', (value, canonical) => expect(read(value).canonical).toBe(canonical));

  test.each([
    ['case', 'ANA@X.MX', 'ana@x.mx'],
    ['composed and decomposed accents', 'jose\u0301@x.mx'.normalize('NFC'), 'josé@x.mx'],
    ['accents in upper case', 'JOSÉ@x.mx', 'josé@x.mx'],
    ['four-byte characters', '😀Ana@x.mx', '😀ana@x.mx'],
    ['dots at Gmail', 'an.a.go.mez@gmail.com', 'anagomez@gmail.com'],
    ['a tag at Gmail', 'anagomez+tienda@gmail.com', 'anagomez@gmail.com'],
    ['Google Mail', 'ana.gomez@googlemail.com', 'anagomez@gmail.com'],
    ['a tag at Hotmail', 'ana.gomez+promo@hotmail.com.mx', 'ana.gomez@hotmail.com.mx'],
    ['a tag at Outlook in Spain', 'ana+promo@outlook.es', 'ana@outlook.es'],
  ])('%s: one key', (_name, value, key) => expect(read(value).matchKey).toBe(key));

  test.each([
    ['accents differ', 'josé@x.mx', 'jose@x.mx'],
    ['dots at Hotmail count', 'ana.gomez@hotmail.com', 'anagomez@hotmail.com'],
    ['dots elsewhere count', 'ana.gomez@x.mx', 'anagomez@x.mx'],
    ['a tag elsewhere counts', 'ana+b@x.mx', 'ana@x.mx'],
    ['what follows a hyphen at Yahoo counts', 'ana-b@yahoo.com', 'ana-c@yahoo.com'],
    ['a tag at Yahoo counts', 'ana+b@yahoo.com.mx', 'ana@yahoo.com.mx'],
    ['typos of a provider are kept', 'ana@gmail.con', 'ana@gmail.com'],
  ])('%s: two keys', (_name, one, other) => expect(read(one).matchKey).not.toBe(read(other).matchKey));

  test('a tag alone is not emptied', () => {
    expect(read('+tienda@gmail.com').matchKey).toBe('+tienda@gmail.com');
  });

  test.each([
    'info@x.mx',
    'Ventas@x.mx',
    'contato@x.com.br',
    'no-reply@x.mx',
    'noreply@x.mx',
    'atencion.a.clientes@x.mx',
    'fale-conosco@x.com.br',
    'ventas+web@x.mx',
  ])('%s is a role', (value) => expect(read(value).quality).toBe('role'));

  test.each([
    'null@x.mx',
    'null@null',
    'none@none.com',
    'test@test.com',
    'noemail@gmail.com',
    'sinemail@hotmail.com',
    'sin.correo@x.mx',
    'no_tiene@x.mx',
    'naotem@x.com.br',
    'a@a.com',
    'x@x.x',
    'xx@xx.xx',
    'abc@abc.com',
    'aaaa@gmail.com',
    'x@hotmail.com',
    'ana@example.com',
    'ana@mail.example.org',
    'ana@x.invalid',
    'ana@localhost',
    'ana@noemail.com',
  ])('%s is a placeholder', (value) => expect(read(value).quality).toBe('placeholder'));

  test.each(['j@doe.com', 'ana@test.com', 'robert.smith@email.com', 'nullo@x.mx', 'hola.ana@hola.mx', 'lu@x.mx'])(
    '%s is a person',
    (value) => expect(read(value).quality).toBe('ok'),
  );

  test.each([
    ['no domain', 'ana@'],
    ['no local part', '@x.mx'],
    ['no sign', 'ana.x.mx'],
    ['no top-level domain', 'jose@gmail'],
    ['a space', 'ana gomez@x.mx'],
    ['two addresses', 'ana@x.mx; luis@x.mx'],
    ['a quoted local part', '"ana gomez"@x.mx'],
    ['an address of a machine', 'ana@127.0.0.1'],
    ['a number that a browser would read as a machine', 'ana@１.2'],
    ['two dots', 'ana..b@x.mx'],
    ['an impossible domain', 'ana@x_y.mx'],
    ['a broken international domain', 'ana@xn--\u00e9\u0000.mx'],
    ['a long local part', `${'ñ'.repeat(33)}@x.mx`],
    ['a long local part of four-byte characters', `${'😀'.repeat(17)}@x.mx`],
    ['a placeholder with a space', 'ana gomez@example.com'],
  ])('%s is refused without repeating it', (_name, value) => {
    const result = normaliseEmail(value, '');
    expect(result).toMatchObject({ ok: false, problem: { code: 'INVALID_VALUE', field: 'value' } });
    expect(JSON.stringify(result)).not.toContain(value);
  });

  test('two addresses: the message says what to do', () => {
    expect(normaliseEmail('ana@x.mx; luis@x.mx', '')).toMatchObject({
      problem: { message: 'send each e-mail address as an identifier of its own' },
    });
  });

  test('a namespace is refused', () => {
    expect(normaliseEmail('ana@x.mx', 'crm')).toMatchObject({ ok: false, problem: { field: 'namespace' } });
  });

  test.each(['ana.gomez@x.mx', 'a@x.mx', '😀ana@x.mx'])('the display form of %s does not reveal it', (value) => {
    expect(read(value).display).not.toContain(value);
  });
});
