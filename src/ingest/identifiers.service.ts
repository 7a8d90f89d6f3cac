import type { NormaliseResult } from '../identifiers/identifier.types.js';
import type { IdentityService } from '../identity/identity.service.js';
import { identifierKey, type IdentifierKey } from '../kernel/ids.js';
import type { IncomingIdentifier } from './record.types.js';
import { readIdentifier } from './normalise/normalise-attachments.js';

/** Reads identifiers as the write path does, so that a question finds what a record said. */
export class IdentifiersService {
  constructor(private readonly identity: IdentityService) {}

  /** The canonical form, or a typed problem whose message never repeats the value. */
  read(raw: Pick<IncomingIdentifier, 'type' | 'value' | 'namespace'>): NormaliseResult {
    return readIdentifier(raw, {}, { policy: this.identity.policy });
  }

  /** Key in the graph of an identifier that was read. */
  key(
    realm: string,
    read: { readonly type: string; readonly namespace: string; readonly matchKey: string },
  ): IdentifierKey {
    return identifierKey(realm, read.type, read.namespace, read.matchKey);
  }

  /** Whether identifiers of the type join records by policy. */
  links(type: string): boolean {
    return this.knows(type) && this.identity.policy.types[type]?.links === true;
  }

  /** Whether the policy has such a type. */
  knows(type: string): boolean {
    return Object.hasOwn(this.identity.policy.types, type);
  }
}
