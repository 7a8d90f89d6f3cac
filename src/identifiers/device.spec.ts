import { describe, expect, test } from '@jest/globals';
import { normaliseDevice } from './device.js';

const UUID = '38400000-8cf0-11bd-b23e-10b96e40000d';

describe('devices', () => {
  test.each([
    ['gaid', UUID.toUpperCase(), 'gaid', UUID],
    ['GAID', UUID.replaceAll('-', ''), 'gaid', UUID],
    ['aaid', `{${UUID}}`, 'gaid', UUID],
    ['idfa', `urn:uuid:${UUID}`, 'idfa', UUID],
    ['imei', '49-015420-323751-8', 'imei', '490154203237518'],
    ['imei', '49015420323751', 'imei', '490154203237518'],
    ['imei', '4901542032375101', 'imei', '490154203237518'],
    ['ssaid', '9C3F1A2B4D5E6F70', 'android-id', '9c3f1a2b4d5e6f70'],
    ['Shop-App', 'Install-7F', 'shop-app', 'install-7f'],
    ['shop-app', UUID.toUpperCase(), 'shop-app', UUID],
    ['', 'Tablet-1', '', 'tablet-1'],
  ])('%s %s', (namespace, value, kind, canonical) => {
    expect(normaliseDevice(value, namespace)).toMatchObject({
      ok: true,
      identifier: { namespace: kind, canonical, matchKey: canonical, quality: 'ok' },
    });
  });

  test.each([
    ['idfa', '00000000-0000-0000-0000-000000000000'],
    ['gaid', '00000000000000000000000000000000'],
    ['gaid', 'null'],
    ['imei', '000000000000000'],
    ['imei', '111111111111111'],
    ['imei', '004999010640000'],
    ['android-id', '9774d56d682e549c'],
    ['shop-app', 'unknown'],
  ])('%s %s is a placeholder', (namespace, value) => {
    expect(normaliseDevice(value, namespace)).toMatchObject({ ok: true, identifier: { quality: 'placeholder' } });
  });

  test.each([
    ['idfa', 'abc', 'INVALID_VALUE'],
    ['imei', '490154203237519', 'CHECK_DIGIT'],
    ['imei', '4901542', 'INVALID_VALUE'],
    ['android-id', 'xyz', 'INVALID_VALUE'],
  ])('%s %s is refused: %s', (namespace, value, code) => {
    const result = normaliseDevice(value, namespace);
    expect(result).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.stringify(result)).not.toContain(value);
  });
});
