/** A value that looks like a credential and is known to open nothing. */
export interface KnownFakeRow {
  readonly id: string
  /** The value in pieces, so that this file holds nothing that looks like a token. */
  readonly pieces: readonly string[]
  readonly source: string
}

/** Keys that vendors print in their documentation. Compared without regard to case, anywhere in a value. */
// prettier-ignore
export const knownFakes = [
  { id: 'aws-access-key-id', pieces: ['AKIAIOSFOD', 'NN7EXAMPLE'], source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html' },
  { id: 'aws-access-key-id-2', pieces: ['AKIAI44QH8', 'DHBEXAMPLE'], source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html' },
  { id: 'aws-secret-access-key', pieces: ['wJalrXUtnFEMI/', 'K7MDENG'], source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html' },
  { id: 'aws-secret-access-key-2', pieces: ['je7MtGbClwBF/2Zp', '9Utk/h3yCo8nvbEXAMPLEKEY'], source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html' },
  { id: 'jwt-io', pieces: ['SflKxwRJSMeKKF2QT4', 'fwpMeJf36POk6yJV_adQssw5c'], source: 'https://jwt.io/' },
  { id: 'jwt-io-2', pieces: ['TJVA95OrM7E2cBab30RMH', 'rHDcEfxjoYZgeFONFh7HgQ'], source: 'https://jwt.io/' },
  { id: 'stripe-docs-secret', pieces: ['4eC39HqLyj', 'WDarjtT1zdp7dc'], source: 'https://docs.stripe.com/keys' },
  { id: 'stripe-docs-secret-2', pieces: ['BQokikJOvBiI2', 'HlWgH4olfQ2'], source: 'https://docs.stripe.com/keys' },
  { id: 'stripe-docs-publishable', pieces: ['TYooMQauvd', 'EDq54NiTphI7jx'], source: 'https://docs.stripe.com/keys' },
  { id: 'azurite-account-key', pieces: ['Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50', 'uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='], source: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-use-azurite' },
  { id: 'cosmos-emulator-key', pieces: ['C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDu', 'VTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=='], source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/emulator' },
  { id: 'hardhat-first-account', pieces: ['ac0974bec39a17e36ba4a6b4d238ff944b', 'acb478cbed5efcae784d7bf4f2ff80'], source: 'https://hardhat.org/hardhat-network/docs/overview' },
  { id: 'hardhat-mnemonic', pieces: ['test test test test test test ', 'test test test test test junk'], source: 'https://hardhat.org/hardhat-network/docs/reference' },
  { id: 'recaptcha-test-secret', pieces: ['6LeIxAcTAAAAAGG-vFI', '1TnRWxMZNFuojJ4WifJWe'], source: 'https://developers.google.com/recaptcha/docs/faq' },
  { id: 'recaptcha-test-site', pieces: ['6LeIxAcTAAAAAJcZVRq', 'yHh71UMIEGNQ_MXjiZKhI'], source: 'https://developers.google.com/recaptcha/docs/faq' },
  { id: 'turnstile-test-secret', pieces: ['1x0000000000000000', '000000000000000AA'], source: 'https://developers.cloudflare.com/turnstile/troubleshooting/testing/' },
  { id: 'google-maps-docs', pieces: ['AIzaSyDaGmWKa4JsXZ-', 'HjGw7ISLn_3namBGewQe'], source: 'https://developers.google.com/places/web-service/get-api-key' },
  { id: 'twilio-docs', pieces: ['your_auth', '_token'], source: 'https://www.twilio.com/docs/libraries/node' },
  { id: 'telegram-docs', pieces: ['123456:ABC-DEF1234', 'ghIkl-zyx57W2v1u123ew11'], source: 'https://core.telegram.org/bots/api#authorizing-your-bot' },
  { id: 'slack-docs-webhook', pieces: ['T00000000/B00000000', '/XXXXXXXXXXXXXXXXXXXXXXXX'], source: 'https://api.slack.com/messaging/webhooks' },
] as const satisfies readonly KnownFakeRow[]

/** A way in which people write that a value is still to be filled in. */
export interface PlaceholderRow {
  readonly id: string
  /** Tested on the value in lower case. Linear: no two repetitions meet. */
  readonly pattern: RegExp
  readonly source: string
}

const CREDDATA = 'https://github.com/Samsung/CredData#labeling-rules'

/** How placeholders are written. */
// prettier-ignore
export const placeholders = [
  { id: 'brackets', pattern: /^<[^>]{0,200}>?$|^\[[^\]]{0,200}\]$|^\{[^}]{0,200}\}$/, source: CREDDATA },
  { id: 'interpolation', pattern: /\$\{|\{\{|<%|%\(|\0|\$\(|#\{|@\{|\{\d\}/, source: CREDDATA },
  { id: 'variable', pattern: /^[$%@:][a-z_][\w.-]{0,80}[%}]?$|^\{[\w.]{1,80}\}$|^__[a-z\d_]{1,60}__$/, source: CREDDATA },
  { id: 'format-directive', pattern: /^%[sdjoif]$|^%-?\d{0,3}s$/, source: CREDDATA },
  { id: 'repeated-mark', pattern: /^[x*.•●_\-?#=~0 ]{1,200}$|xxxx|\*\*\*|\.\.\.|…|0{12}/, source: CREDDATA },
  { id: 'your', pattern: /(?:^|[^a-z])your[-_ ]?(?:own[-_ ]?)?(?:[a-z\d]{1,20}[-_ ]?){0,3}(?:key|token|secret|password|passwd|pass|pwd|id|value|credentials?|string|code)(?:$|[^a-z])|(?:^|[^a-z])your[-_ ]|<your|yourtoken|yourkey|yourapi/, source: CREDDATA },
  { id: 'to-be-filled-in', pattern: /(?:^|[^a-z])(?:change[-_ ]?(?:me|this|it)|change_in_prod|replace[-_ ]?(?:me|this|with|by)?|insert[-_ ]|fill[-_ ]?(?:me|in)|put[-_ ]|enter[-_ ]|paste[-_ ]|add[-_ ]your|set[-_ ](?:me|this|in|your)|update[-_ ]?me|todo|tbd|fixme|goes[-_ ]here|[-_ ]here)(?:$|[^a-z])|_here$|-here$/, source: CREDDATA },
  { id: 'nothing', pattern: /^(?:n\/a|undefined|null|none|nil|empty|unset|unknown|missing|not[-_ ]?set|no[-_ ][a-z]{1,20}|invalid|disabled|true|false|default|optional|required)$/, source: CREDDATA },
  { id: 'said-to-be-fake', pattern: /(?:^|[^a-z])(?:example|sample|placeholder|dummy|fake|mock(?:ed)?|redacted|masked|removed|censored|sanitized|not[-_ ]?(?:a[-_ ])?real|stub|foo|bar|foobar|lorem|ipsum|bogus|nonexistent)(?:$|[^a-z])|example(?:key)?$|placeholder/, source: CREDDATA },
] as const satisfies readonly PlaceholderRow[]
