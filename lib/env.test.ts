import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEnv, s3Settings } from './env'

describe('parseEnv', () => {
  it('needs nothing', () => {
    expect(parseEnv({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      SITE_URL: 'http://localhost:3000',
      hasSiteUrl: false,
      TEDUH_DATA: resolve('data'),
      TRUSTED_PROXY_HOPS: 0,
      TEDUH_SAMPLE: 'on',
    })
  })

  it('names localhost with the port until SITE_URL is set', () => {
    expect(parseEnv({ PORT: '8080' }).SITE_URL).toBe('http://localhost:8080')
    expect(parseEnv({ SITE_URL: 'https://Renungan.example/' })).toMatchObject({
      SITE_URL: 'https://renungan.example',
      hasSiteUrl: true,
    })
  })

  it('takes an empty value for none', () => expect(parseEnv({ PORT: '', HOST: ' ' }).PORT).toBe(3000))

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 1 to 65535, not "abc".'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535, not "70000".'],
    [{ HOST: 'a b' }, 'HOST must be an address or a host name, not "a b".'],
    [{ TRUSTED_PROXY_HOPS: '-1' }, 'TRUSTED_PROXY_HOPS must be a whole number from 0 to 10, not "-1".'],
    [{ TEDUH_SAMPLE: 'no' }, 'TEDUH_SAMPLE must be on or off, not "no".'],
  ])('says what is wrong with %o', (source, sentence) => expect(() => parseEnv(source)).toThrow(sentence))

  it.each(['renungan.example', 'ftp://renungan.example', 'https://renungan.example/blog', 'https://a:b@renungan.example'])(
    'refuses %s as the address of the site',
    (url) => expect(() => parseEnv({ SITE_URL: url })).toThrow(/^SITE_URL must be an address such as .* not "/),
  )

  it('says how a password is written that an address cannot hold', () => {
    expect(() => parseEnv({ DATABASE_URL: 'postgresql://u:ge/heim@h:5432/d' })).toThrow(/^DATABASE_URL is not an address; [^"]*%2F[^"]*\.$/)
    expect(() => parseEnv({ DATABASE_URL: 'postgresql://u:p@h:99999/d' })).toThrow(/^DATABASE_URL is not an address/)
    expect(parseEnv({ DATABASE_URL: 'postgresql:///d?host=/run/postgresql' }).DATABASE_URL).toBeDefined()
  })

  it('wants all of a store of uploads or nothing', () => {
    const all = { S3_ENDPOINT: 'https://s3.example/', S3_BUCKET: 'teduh', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'geheim' }
    expect(s3Settings(parseEnv(all))).toEqual({ endpoint: 'https://s3.example', bucket: 'teduh', region: 'us-east-1', accessKeyId: 'a', secretAccessKey: 'geheim' })
    expect(s3Settings(parseEnv({}))).toBeNull()
    expect(() => parseEnv({ ...all, S3_BUCKET: '' })).toThrow(/^S3_BUCKET is missing, while S3_ENDPOINT and S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are set\.$/)
    expect(() => parseEnv({ ...all, S3_ENDPOINT: 's3.example' })).toThrow('S3_ENDPOINT must be an address such as https://s3.example, not "s3.example".')
  })

  it('repeats no password', () => {
    expect(() => parseEnv({ DATABASE_URL: 'mysql://u:geheim@h/d' })).toThrow(/^DATABASE_URL must begin with postgresql:[^"]*\.$/)
    expect(() => parseEnv({ TEDUH_SECRET: 'geheim' })).toThrow('TEDUH_SECRET must have at least 32 characters.')
    expect(() => parseEnv({ SMTP_URL: 'http://u:geheim@h' })).toThrow(/^SMTP_URL must begin with [^"]*\.$/)
  })
})
