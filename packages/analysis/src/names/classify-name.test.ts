import { describe, expect, it } from 'vitest'
import { nameAspects } from '../catalogs/name-aspects.js'
import { personalNames } from '../catalogs/personal-names.js'
import { secretNames } from '../catalogs/secret-names.js'
import { classifyName, classifyPath, createNameClassifier } from './classify-name.js'
import { splitWords } from './split-words.js'

describe('splitWords', () => {
  it.each([
    ['apiKey', 'api key'],
    ['APIKey', 'api key'],
    ['API_KEY', 'api key'],
    ['x-api-key', 'x api key'],
    ['apiKEY', 'api key'],
    ['DB_PASS', 'db pass'],
    ['userIDs', 'user ids'],
    ['getURLs', 'get urls'],
    ['sha256Digest', 'sha 256 digest'],
    ['OAuthToken', 'oauth token'],
    ['openAIKey', 'openai key'],
    ['OpenAIKey', 'openai key'],
    ['githubToken', 'github token'],
    ['GitHubToken', 'github token'],
    ['_private__key_', 'private key'],
    ['$secret', 'secret'],
    ['contraseña', 'contrasena'],
    ['', ''],
    ['123', '123'],
    ['a', 'a'],
    ['HTTPServerPort', 'http server port'],
  ])('%s', (name, words) => {
    expect(splitWords(name).join(' ')).toBe(words)
  })

  it('takes nothing for a name in text that is too long to be one', () => {
    expect(splitWords('a'.repeat(1000))).toEqual([])
  })
})

const credentials = `
password passwd pwd passcode passphrase userPassword user_password newPassword oldPassword currentPassword confirmPassword
passwordConfirmation password2 PASSWORD DB_PASSWORD DB_PASS dbPass smtpPass SMTP_PASS MYSQL_ROOT_PASSWORD adminPwd dbpassword
userpass loginPassword pgPassword REDIS_PASSWORD defaultPassword rootPass plainPassword passwordPlain kennwort contraseña pass
apiKey apikey api_key API_KEY x-api-key X-API-Key apiKeys APIKEY OPENAI_API_KEY openaiApiKey openAIApiKey stripeKey STRIPE_KEY
STRIPE_SECRET_KEY stripeSecretKey STRIPE_LIVE_KEY anthropicKey groqApiKey googleMapsApiKey ocp-apim-subscription-key xi-api-key
DD-API-KEY apiToken api_token API_TOKEN apiSecret client_secret clientSecret CLIENT_SECRET appSecret consumerSecret secretKey
SECRET_KEY secret secretAccessKey AWS_SECRET_ACCESS_KEY aws_secret_access_key awssecretaccesskey accessKey privateKey PRIVATE_KEY
private_key privatekey signingKey signing_key SIGNING_SECRET encryptionKey ENCRYPTION_KEY aesKey hmacKey hmacSecret jwtSecret
JWT_SECRET jwt_secret_key sessionSecret SESSION_SECRET cookieSecret webhookSecret WEBHOOK_SIGNING_SECRET masterKey sharedSecret
authToken auth_token authtoken AUTH_TOKEN accessToken access_token ACCESS_TOKEN refreshToken refresh_token idToken bearerToken
bearer bearer_token sessionToken githubToken GITHUB_TOKEN GH_TOKEN npmToken NPM_TOKEN slackBotToken SLACK_BOT_TOKEN botToken
telegramBotToken discordToken HF_TOKEN personalAccessToken deployToken resetToken resetPasswordToken passwordResetToken
verificationToken csrfToken token TOKEN token1 tokenValue jwt jwtToken credentials dbCredentials creds mnemonic seedPhrase
MNEMONIC otp totpSecret mfaCode verificationCode pin authCode connectionString DATABASE_URL databaseUrl MONGO_URI redisUrl
authorization Authorization proxy-authorization Proxy-Authorization authHeader cookie set-cookie sessionId sessionID sessid
x-auth-token X-Amz-Security-Token private-token x-vault-token X-Shopify-Access-Token x-functions-key secretOrKey
secretOrPrivateKey tokenOrKey apiKeyForUser accessTokens refreshTokens passwords secrets apiKeyProd OPENAI_API_KEY_DEV
presharedKey psk WIFI_PASSWORD keystorePass encryptionKeyBase64 privateKeyPem GOOGLE_PRIVATE_KEY sasToken VERIFY_TOKEN
passwordPepper walletPrivateKey deployerPrivateKey supabaseServiceRoleKey serviceKey adminKey BLOB_READ_WRITE_TOKEN
`
  .trim()
  .split(/\s+/)

const about = `
apiUpdateUserPassword passwordLength minPasswordLength passwordLabel passwordPlaceholder passwordHint passwordError passwordErrorMessage passwordField
passwordInput passwordRef passwordStrength passwordPolicy passwordRegex passwordPattern passwordValidator passwordRules
passwordHash hashedPassword password_hash encryptedPassword maskedPassword passwordSalt passwordChangedAt passwordUpdatedAt
passwordExpiry passwordResetUrl resetPasswordUrl resetPasswordLink reset_password_url forgotPasswordUrl PASSWORD_RESET_PATH
isPassword hasPassword showPassword hidePassword requirePassword validatePassword checkPassword comparePassword getPassword
setPassword resetPassword RESET_PASSWORD forgotPassword changePassword updatePassword hashPassword verifyPassword isPasswordValid
passwordVisible passwordEnabled passwordRequired wrongPassword invalidPassword passwordService passwordManager passwordType
secretName secret_name SECRET_NAME secretId secretArn secretPath secretVersion secretRef secretKeyRef secretType secretsManager
secretProvider getSecret createSecret secretLength tokenType token_type tokenUrl token_url tokenEndpoint token_endpoint
tokenExpiry tokenExpiresIn tokenExpiresAt tokenExpiration tokenTTL tokenName tokenId tokenLength tokenHash tokenProvider
tokenService tokenStore tokenStorage tokenPath tokenFile hasToken isTokenValid isTokenExpired invalidToken getToken getAccessToken
setToken verifyAuthToken generateToken refreshTokenExpiry accessTokenUrl apiKeyName apiKeyHeader apiKeyId apiKeyLabel apiKeyLength
apiKeyPlaceholder apiKeyUrl validateApiKey getApiKey hasApiKey isApiKeyValid apiKeyEnv apiKeyEnvVar API_KEY_HEADER privateKeyPath
privateKeyFile accessKeyId AWS_ACCESS_KEY_ID access_key_id signingKeyId encryptionKeyId encryptionKeyVersion
credentialsPath credentialsFile credentialId credentialType cookieName cookieOptions sessionIdHeader sessionCookieName
authTokenHeader tokenKey passwordKey emailTemplate emailSubject emailError emailLabel emailVerified isEmail validateEmail
sendEmail emailService emailHash phoneLength creditCardType cardNumberLength promptLength authorization_endpoint username_field promptId promptName promptTemplate
`
  .trim()
  .split(/\s+/)

const other = `
correlationToken progressToken trustedAccountKey monkey keyboard keyCode keyword keynote turkey hockey donkey key keys primaryKey foreignKey cacheKey storageKey queryKey objectKey
partitionKey sortKey idempotencyKey translationKey i18nKey errorKey groupKey dataKey rowKey uniqueKey arrowKey hotkey shortcutKey
JWT_CATEGORY_SESSION_TOKEN GRANT_TYPE_REFRESH_TOKEN
publicKey public_key publicApiKey publishableKey PUBLIC_KEY siteKey recaptchaSiteKey anonKey verificationKey
author authority authorName authors oauth auth authenticated authenticate authorize capital rapid passenger passage compass
bypass bypassed passed passing passport passthrough passive boardingPass renderPass firstPass encompass surpass pastime
maxTokens max_tokens maxCompletionTokens minTokens tokens tokenCountless promptTokens prompt_tokens completionTokens
completion_tokens totalTokens inputTokens outputTokens cachedTokens reasoningTokens numTokens tokensPerMinute tokenize tokenizer
tokenizers tokenization nextPageToken next_page_token pageToken NextToken continuationToken syncToken cancelToken cancellationToken
CancellationToken designTokens colorToken syntaxToken startToken endToken stopToken eosToken eos_token padToken lastToken
firstToken identifierToken openToken closeToken injectionToken secretary secretariat
author_id clientId client_id issuer audience host port timeout retry name title label
url path id type value content message description address memoryAddress serverAddress contractAddress userAgent user account
balance currency amount status state error stack code result data body response request headers params query
installPrompt commandPrompt shellCompletion errorMessages logMessages userFromToken constructor prototype toString hasOwnProperty
__proto__ length PublicKeyToken findUserByEmail tokenizedText pinned spinner shipping mapping design pinia
`
  .trim()
  .split(/\s+/)

describe('classifyName', () => {
  it.each(credentials)('%s is a credential', (name) => {
    expect(classifyName(name)).toMatchObject({ kind: 'credential', class: 'credentials' })
  })

  it.each(about)('%s is about something confidential', (name) => {
    expect(classifyName(name)).toMatchObject({ kind: 'about' })
  })

  it.each(other)('%s is neither', (name) => {
    expect(['other', 'personal:likely', 'content:likely']).toContain(kindAndDoubt(name))
  })

  it.each([
    ['email', 'personal', 'pii'],
    ['userEmail', 'personal', 'pii'],
    ['emailAddress', 'personal', 'pii'],
    ['toEmail', 'personal', 'pii'],
    ['phoneNumber', 'personal', 'pii'],
    ['phone_number', 'personal', 'pii'],
    ['customer_phone', 'personal', 'pii'],
    ['firstName', 'personal', 'pii'],
    ['last_name', 'personal', 'pii'],
    ['dateOfBirth', 'personal', 'pii'],
    ['dob', 'personal', 'pii'],
    ['billingAddress', 'personal', 'pii'],
    ['ipAddress', 'personal', 'pii'],
    ['ssn', 'personal', 'nationalId'],
    ['socialSecurityNumber', 'personal', 'nationalId'],
    ['passportNumber', 'personal', 'nationalId'],
    ['taxId', 'personal', 'nationalId'],
    ['driversLicenseNumber', 'personal', 'nationalId'],
    ['nationalId', 'personal', 'nationalId'],
    ['cardNumber', 'financial', 'financial'],
    ['creditCard', 'financial', 'financial'],
    ['credit_card_number', 'financial', 'financial'],
    ['cvv', 'financial', 'financial'],
    ['iban', 'financial', 'financial'],
    ['bankAccountNumber', 'financial', 'financial'],
    ['routingNumber', 'financial', 'financial'],
    ['salary', 'financial', 'financial'],
    ['diagnosis', 'health', 'health'],
    ['medicalRecordNumber', 'health', 'health'],
    ['patientNotes', 'health', 'health'],
    ['allergies', 'health', 'health'],
    ['prompt', 'content', 'content'],
    ['systemPrompt', 'content', 'content'],
    ['prompts', 'content', 'content'],
    ['userPrompt', 'content', 'content'],
    ['messages', 'content', 'content'],
    ['chatHistory', 'content', 'content'],
    ['userMessage', 'content', 'content'],
    ['completion', 'content', 'content'],
    ['conversation', 'content', 'content'],
    ['transcript', 'content', 'content'],
    ['modelOutput', 'content', 'content'],
  ])('%s is %s (%s)', (name, kind, of) => {
    expect(classifyName(name)).toMatchObject({ kind, class: of })
  })

  it.each(['firstNameField', 'emailCount', 'phoneLabel', 'cardNumberLength', 'diagnosisCode', 'promptTemplate'])(
    '%s says what it is about',
    (name) => {
      expect(classifyName(name)).toMatchObject({ kind: 'about', class: expect.any(String) })
    },
  )

  it('is sure of a password and only suspects a bare token', () => {
    expect(classifyName('password').certainty).toBe('sure')
    expect(classifyName('accessToken').certainty).toBe('sure')
    expect(classifyName('token').certainty).toBe('likely')
  })

  it('takes names that a project adds and takes back', () => {
    const classify = createNameClassifier({
      confidential: ['tenantPhrase', { name: 'badgeNumber', class: 'pii' }],
      harmless: ['demoPassword'],
    })
    expect(classify('TENANT_PHRASE')).toMatchObject({ kind: 'credential' })
    expect(classify('employee_badge_number')).toMatchObject({ kind: 'personal', class: 'pii' })
    expect(classify('demo_password').kind).toBe('other')
    expect(classify('password').kind).toBe('credential')
  })
})

describe('classifyPath', () => {
  it.each([
    [['stripe', 'key'], 'credential'],
    [['smtp', 'auth', 'pass'], 'credential'],
    [['jwt', 'secret'], 'credential'],
    [['apiKey', 'value'], 'credential'],
    [['credentials', '0'], 'credential'],
    [['password', 'length'], 'about'],
    [['secret', 'name'], 'about'],
    [['item', 'key'], 'other'],
    [['user', 'id'], 'other'],
    [['config', 'host'], 'other'],
    [['req', 'body', 'password'], 'credential'],
    [[], 'other'],
  ])('%j is %s', (path, kind) => {
    expect(classifyPath(path).kind).toBe(kind)
  })
})

describe('the tables of names', () => {
  it('give each row an id of its own and a source', () => {
    const rows = [...secretNames, ...personalNames, ...nameAspects]
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
    for (const row of rows) expect(row.source).toMatch(/^https:\/\//)
  })

  it.each(
    [...secretNames, ...personalNames].flatMap((row) =>
      row.heads.map((head) => [row.id, 'with' in row ? `${row.with[0]} ${head}` : head] as const),
    ),
  )('%s: "%s" is found in every spelling', (_id, phrase) => {
    const words = phrase.split(' ')
    const spellings = [
      words.join('_').toUpperCase(),
      words.join('-'),
      words.map((word, at) => (at === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join(''),
    ]
    for (const spelling of spellings) expect(classifyName(spelling), spelling).not.toMatchObject({ kind: 'other' })
  })
})

function kindAndDoubt(name: string): string {
  const { kind, certainty } = classifyName(name)
  return kind === 'personal' || kind === 'content' ? `${kind}:${certainty}` : kind
}
