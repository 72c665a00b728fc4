import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

const b64 = (bytes: Buffer) => bytes.toString('base64url')
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()

type Ask = { challenge: string }
type How = { origin?: string; rpId?: string; isVerified?: boolean }

/** A real authenticator in a few lines: keeps a P-256 key, and signs what it is asked to. */
export class Authenticator {
  readonly id = b64(randomBytes(16))
  counter = 0
  private readonly keys: { privateKey: KeyObject; publicKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  register({ challenge }: Ask, how: How = {}): RegistrationResponseJSON {
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 16]), Buffer.from(this.id, 'base64url'), this.cosePublicKey()])
    const authData = Buffer.concat([this.data(how, 0x40), attested])
    // {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestation = Buffer.concat([Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'), twoBytes(authData.length), authData])
    return {
      id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: b64(clientData('webauthn.create', challenge, how)), attestationObject: b64(attestation), transports: ['internal'] },
    }
  }

  answer({ challenge }: Ask, how: How = {}): AuthenticationResponseJSON {
    this.counter++
    const authData = this.data(how, 0)
    const client = clientData('webauthn.get', challenge, how)
    const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), this.keys.privateKey)
    return {
      id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: b64(client), authenticatorData: b64(authData), signature: b64(signature) },
    }
  }

  private data({ rpId = 'localhost', isVerified = true }: How, flags: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags | 0x01 | (isVerified ? 0x04 : 0)]), count])
  }

  /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} */
  private cosePublicKey(): Buffer {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' })
    return Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x!, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y!, 'base64url')])
  }
}

function clientData(type: string, challenge: string, { origin = 'http://localhost:3000' }: How): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function twoBytes(number: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(number)
  return bytes
}
