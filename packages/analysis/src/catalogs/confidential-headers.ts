import type { ConfidentialClass } from './personal-names.js'

/** A header that carries something confidential. Names are compared in lower case. */
export interface ConfidentialHeaderRow {
  readonly id: string
  readonly class: ConfidentialClass
  /** Whether it is a request's or a response's header. */
  readonly in: 'request' | 'response'
  readonly source: string
}

/** Headers that must not be logged, one a row. */
// prettier-ignore
export const confidentialHeaders = [
  { id: 'authorization', class: 'credentials', in: 'request', source: 'https://www.rfc-editor.org/rfc/rfc9110#name-authorization' },
  { id: 'proxy-authorization', class: 'credentials', in: 'request', source: 'https://www.rfc-editor.org/rfc/rfc9110#name-proxy-authorization' },
  { id: 'cookie', class: 'credentials', in: 'request', source: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.2' },
  { id: 'set-cookie', class: 'credentials', in: 'response', source: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1' },
  { id: 'x-api-key', class: 'credentials', in: 'request', source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html' },
  { id: 'api-key', class: 'credentials', in: 'request', source: 'https://learn.microsoft.com/azure/ai-services/authentication' },
  { id: 'x-auth-token', class: 'credentials', in: 'request', source: 'https://docs.openstack.org/api-ref/identity/v3/' },
  { id: 'x-access-token', class: 'credentials', in: 'request', source: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude' },
  { id: 'x-csrf-token', class: 'credentials', in: 'request', source: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html' },
  { id: 'x-amz-security-token', class: 'credentials', in: 'request', source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html' },
  { id: 'x-goog-api-key', class: 'credentials', in: 'request', source: 'https://cloud.google.com/docs/authentication/api-keys-use' },
  { id: 'private-token', class: 'credentials', in: 'request', source: 'https://docs.gitlab.com/api/rest/authentication/' },
  { id: 'x-shopify-access-token', class: 'credentials', in: 'request', source: 'https://shopify.dev/docs/api/usage/authentication' },
  { id: 'x-forwarded-for', class: 'pii', in: 'request', source: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For' },
] as const satisfies readonly ConfidentialHeaderRow[]
