declare module 's3rver' {
  /** The part of it that the tests use; it brings no types. */
  export default class S3rver {
    constructor(options: { port: number; address: string; silent: boolean; directory: string; configureBuckets: { name: string }[] })
    run(): Promise<unknown>
    close(): Promise<void>
  }
}
