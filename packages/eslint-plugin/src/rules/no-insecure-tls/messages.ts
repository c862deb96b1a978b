import type { InsecureUse } from '@palisade/analysis'

const CA =
  'for a private authority pass its certificate as `ca` (or name it in NODE_EXTRA_CA_CERTS), for development make one with mkcert'

/** One sentence says what an attacker can do, the next what to do instead. */
export const messages = {
  verificationOff: `{{what}} accepts any certificate: whoever sits on the way can pose as the server, read what is sent and change it. Leave verification on; ${CA}.`,
  clientVerificationOff: `{{what}} lets in clients with any certificate, also one they made themselves. Leave it out, or check \`socket.authorized\` before anything is answered.`,
  unsafeByDefault: `{{what}} accepts any certificate unless somebody sets a switch: forgotten once, the connection can be read and changed on the way. Turn it round, so that verification is on by default; ${CA}.`,
  unsafeBySwitch: `{{what}} lets an operator switch verification off, and such switches stay on. Offer a setting for the private authority's certificate (\`ca\`) instead.`,
  verificationOffInEnvironment:
    '`{{what}}` {{does}}: whoever sits on the way can pose as the server. Instead, {{instead}}.',
  verificationOffByCommand:
    '`{{what}}` {{does}}: whoever sits on the way can pose as the server. Instead, {{instead}}.',
  legacyByCommand: '`{{what}}` {{does}}, which an attacker can use to read the connection. Instead, {{instead}}.',
  cleartextByCommand: '`{{what}}` {{does}}: anybody on the way can read and change it. Instead, {{instead}}.',
  identityCheckOff: `{{what}} never refuses, so that a valid certificate for any other host passes as this one's. Leave it out, or return tls.checkServerIdentity(host, cert) after your own check.`,
  certificateErrorAccepted: `This accepts every certificate that the browser refused: whoever sits on the way can pose as the server. Compare the certificate's fingerprint with the expected one first, or leave the handler out.`,
  oldProtocol:
    '{{what}} allows {{version}}, which RFC 8996 withdrew: an attacker on the way can force it and read the connection. Use {{least}} or newer.',
  newProtocolsOff:
    "{{what}} switches newer protocol versions off and leaves those that an attacker can break. Set `minVersion: 'TLSv1.2'` instead.",
  legacyRenegotiation:
    '{{what}} allows legacy renegotiation, with which an attacker can put own data in front of a connection (CVE-2009-3555). Leave it out; update the server that needs it.',
  weakCipher: '`{{token}}` lets in cipher suites that {{because}}. Leave `ciphers` out, or remove it from the list.',
  weakGroup:
    '`{{name}}` has only {{bits}} bits, too few against an attacker with records of the connection. Use X25519, P-256 or a group of 2048 bits or more.',
  weakKey: 'A key of {{bits}} bits can be computed by an attacker. Use {{least}} bits or more.',
  weakSignature:
    '`{{name}}` signs with a hash for which collisions can be made, so that handshakes can be forged. Use SHA-256 or better.',
  cipherOrder: 'The cipher list counts for nothing when the client may choose. Leave `honorCipherOrder` on.',
  cleartextAddress:
    '`{{address}}` is reached without encryption: anybody on the way can read what is sent and change what comes back. Use `{{secure}}:`.',
  cleartextClient:
    '{{what}} to `{{address}}` goes unencrypted: anybody on the way can read what is sent and change what comes back. Use {{secure}}.',
  cleartextOption:
    '{{what}} switches encryption off: anybody on the way can read what is sent and change what comes back. Switch it on.',
  cleartextParameter:
    '`{{what}}` switches encryption off: anybody on the way can read queries, results and the password. Use `{{instead}}`.',
  unverifiedParameter:
    '`{{what}}` accepts any certificate: whoever sits on the way can pose as the server and read the password. Use `{{instead}}`.',
  insecureChannel:
    '{{what}} makes a channel without encryption: anybody on the way can read and change the calls. Use `createSsl()`.',
  cleartextServer:
    '{{what}} answers without encryption. Serve TLS here, or make sure that only a proxy on the same host reaches it.',
  cookieWithoutSecure:
    'This cookie also travels over plain connections, where anybody on the way can take it. Set `secure: true`.',
  hstsOff:
    "Without HSTS a browser's first plain request can be caught and kept plain. Keep `max-age` at a year or more.",
  // suggestions
  removeOption: 'Remove `{{name}}`: the default is safe.',
  passAuthority: 'Pass the private authority as `ca` instead.',
  onlyInDevelopment: 'Do it in development only.',
  turnOn: 'Set it to `{{value}}`.',
  useSecureScheme: 'Use `{{secure}}:`.',
  useVersion: 'Use {{least}}.',
  removeToken: 'Remove `{{token}}` from the list.',
} as const

export type MessageId = keyof typeof messages

/** The message for what a command or a variable of the environment does. */
export const COMMAND_MESSAGE = {
  verification: 'verificationOffByCommand',
  protocol: 'legacyByCommand',
  cleartext: 'cleartextByCommand',
} as const satisfies Record<InsecureUse['row']['kind'], MessageId>
