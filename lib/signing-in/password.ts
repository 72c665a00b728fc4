import { hash, verify } from '@node-rs/argon2'

// OWASP's advice for argon2id (the library's default kind): 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

let nobodys: Promise<string> | undefined

/** Takes as long for somebody who does not exist (`passwordHash` null), and says no. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await (nobodys ??= hashPassword('nobody has this password')))
  const matches = await verify(against, password.normalize('NFKC')).catch(() => false)
  return matches && passwordHash !== null
}
