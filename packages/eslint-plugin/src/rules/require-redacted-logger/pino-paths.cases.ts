/** One claim about pino's redaction: do these paths take this member out of the output? */
export interface PinoPathCase {
  paths: readonly string[]
  /** Keys of the logged record; a digit is an index of an array. */
  member: readonly string[]
  redacted: boolean
}

/** Claims that `pinoRedacts` makes and that the host tests prove against the real pino. */
// prettier-ignore
export const pinoPathCases: readonly PinoPathCase[] = [
  { paths: ['a'], member: ['a'], redacted: true },
  { paths: ['a'], member: ['A'], redacted: false },
  { paths: ['a'], member: ['x', 'a'], redacted: false },
  { paths: ['*.a'], member: ['a'], redacted: false },
  { paths: ['*.a'], member: ['x', 'a'], redacted: true },
  { paths: ['*.a'], member: ['x', 'y', 'a'], redacted: false },
  { paths: ['*.*.a'], member: ['x', 'y', 'a'], redacted: true },
  { paths: ['*.*.a'], member: ['x', 'a'], redacted: false },
  { paths: ['*.*.*.a'], member: ['x', 'y', 'z', 'a'], redacted: true },
  { paths: ['**.a'], member: ['x', 'y', 'a'], redacted: false },
  { paths: ['x[*].a'], member: ['x', '0', 'a'], redacted: true },
  { paths: ['x.*.a'], member: ['x', '0', 'a'], redacted: true },
  { paths: ['x[0].a'], member: ['x', '0', 'a'], redacted: true },
  { paths: ['x.a'], member: ['x', '0', 'a'], redacted: false },
  { paths: ['*.a'], member: ['x', '0', 'a'], redacted: false },
  { paths: ['*[*].a'], member: ['x', '0', 'a'], redacted: true },
  { paths: ['x[*]'], member: ['x', '0'], redacted: true },
  { paths: ['x[].a'], member: ['x', '0', 'a'], redacted: false },
  { paths: ['x.*'], member: ['x', 'a'], redacted: true },
  { paths: ['x.*'], member: ['x', 'a', 'b'], redacted: true },
  { paths: ['x'], member: ['x', 'a', 'b'], redacted: true },
  { paths: ['*'], member: ['a'], redacted: true },
  { paths: ['*'], member: ['a', 'b'], redacted: true },
  { paths: ['x-y'], member: ['x-y'], redacted: true },
  { paths: ['headers.x-api-key'], member: ['headers', 'x-api-key'], redacted: true },
  { paths: ['headers["x-api-key"]'], member: ['headers', 'x-api-key'], redacted: true },
  { paths: ["headers['x-api-key']"], member: ['headers', 'x-api-key'], redacted: true },
  { paths: ['*["x-api-key"]'], member: ['headers', 'x-api-key'], redacted: true },
  { paths: ['req["headers"].authorization'], member: ['req', 'headers', 'authorization'], redacted: true },
  { paths: ['req.headers.Authorization'], member: ['req', 'headers', 'authorization'], redacted: false },
  { paths: ['a.*.b.*.c'], member: ['a', 'x', 'b', 'y', 'c'], redacted: true },
  { paths: ['a[*].b[*].c'], member: ['a', '0', 'b', '0', 'c'], redacted: true },
  { paths: ['*.*'], member: ['a', 'c', 'd'], redacted: true },
  { paths: ['a.*.c'], member: ['a', 'b', 'c', 'd'], redacted: true },
  { paths: ['pass*'], member: ['password'], redacted: false },
  { paths: ['*word'], member: ['password'], redacted: false },
  { paths: ['$.a'], member: ['a'], redacted: false },
  { paths: ['/a/'], member: ['a'], redacted: false },
  { paths: ['/a/i'], member: ['A'], redacted: false },
  { paths: ['x[0].a'], member: ['x', '1', 'a'], redacted: false },
  { paths: ['a.b', '*.c'], member: ['a', 'c'], redacted: true },
  { paths: ['*.c', 'a.b'], member: ['a', 'c'], redacted: true },
  { paths: ['*', 'a.b'], member: ['a', 'c'], redacted: false },
  { paths: ['*', 'a.b'], member: ['b', 'c'], redacted: true },
  { paths: ['a', 'a.b'], member: ['a', 'c'], redacted: true },
  { paths: [], member: ['a'], redacted: false },
]
