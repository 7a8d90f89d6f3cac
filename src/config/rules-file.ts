import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { whyUnreadable } from './why-unreadable.js';

/** Makes the error of one kind of file from its message, which repeats no value. */
type Fault = (message: string) => Error;

/** The text of a file of rules. Throws the fault when the file cannot be read. */
export function rulesText(file: string, fault: Fault): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw fault(`${file}: ${whyUnreadable(error)}`);
  }
}

/** What a text says as YAML; `name` and `kind` are for the message. Throws the fault when it is none. */
export function rulesContent(text: string, name: string, kind: string, fault: Fault): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    const [place = 'unknown'] = error instanceof YAMLParseError ? error.message.split('\n') : [];
    throw fault(`${name} is not a ${kind}: it is no YAML: ${place}`);
  }
}

/** A path such as `/types/EMAIL/guard`, as a message may show it; names that no file of rules has are left out. */
export function rulesPlace(path: string): string {
  return path.replace(/[^/]+/g, (name) => (/^\w{1,32}$/.test(name) ? name : '*')) || '/';
}
