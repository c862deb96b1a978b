/** What law or contract asks to protect; the classes that a report names and a project's settings switch. */
export type ConfidentialClass = 'credentials' | 'pii' | 'financial' | 'nationalId' | 'health' | 'content'

/** One way to name a personal datum or somebody's content. Read like a row of `secret-names`. */
export interface PersonalNameRow {
  readonly id: string
  readonly class: Exclude<ConfidentialClass, 'credentials'>
  /** The words at the end of the name, in the singular unless the plural alone says it. */
  readonly heads: readonly string[]
  readonly with?: readonly string[]
  readonly except?: readonly string[]
  readonly certainty: 'sure' | 'likely'
  readonly singularOnly?: boolean
  readonly source: string
}

const GDPR_4 = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_4'
const GDPR_9 = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_9'
const PCI_DSS = 'https://www.pcisecuritystandards.org/document_library/'
const HIPAA = 'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html'
const NIST_PII = 'https://csrc.nist.gov/pubs/sp/800/122/final'
const OWASP_LLM = 'https://genai.owasp.org/llmrisk/llm022025-sensitive-information-disclosure/'

/** How personal data, payment data, health data and people's content are named. */
// prettier-ignore
export const personalNames = [
  { id: 'email', class: 'pii', heads: ['email', 'email address', 'mail address', 'emailaddress', 'email addr', 'recipient email', 'correo'], except: ['sa', 'p4sa', 'service', 'bot', 'noreply', 'support'], certainty: 'sure', source: GDPR_4 },
  { id: 'phone', class: 'pii', heads: ['phone', 'phone number', 'phonenumber', 'mobile number', 'mobile phone', 'telephone', 'telephone number', 'cell phone', 'cellphone', 'phone no', 'msisdn', 'whatsapp number', 'telefono'], certainty: 'sure', source: GDPR_4 },
  { id: 'person-name', class: 'pii', heads: ['first name', 'firstname', 'last name', 'lastname', 'full name', 'fullname', 'surname', 'given name', 'family name', 'middle name', 'maiden name', 'legal name', 'patient name', 'customer name', 'cardholder name', 'mothers maiden name'], except: ['method', 'function', 'class', 'type', 'field', 'column', 'file', 'table'], certainty: 'sure', source: GDPR_4 },
  { id: 'birth', class: 'pii', heads: ['date of birth', 'dob', 'birth date', 'birthdate', 'birthday', 'birth day', 'birthplace', 'place of birth'], certainty: 'sure', source: GDPR_4 },
  { id: 'postal-address', class: 'pii', heads: ['address'], with: ['street', 'home', 'postal', 'mailing', 'billing', 'shipping', 'delivery', 'residential', 'customer', 'user', 'patient', 'work', 'permanent'], except: ['ip', 'mac', 'memory', 'contract', 'wallet', 'token', 'host', 'server', 'listen', 'bind', 'remote', 'local', 'socket', 'base', 'start', 'net', 'network', 'email'], certainty: 'sure', source: GDPR_4 },
  { id: 'address-parts', class: 'pii', heads: ['street address', 'address line', 'street', 'zip code', 'zipcode', 'postal code', 'postcode'], certainty: 'likely', source: HIPAA },
  { id: 'ip-address', class: 'pii', heads: ['ip address', 'ipaddress', 'ip addr', 'client ip', 'remote ip', 'user ip', 'remote address', 'x forwarded for', 'visitor ip'], certainty: 'likely', source: GDPR_4 },
  { id: 'location', class: 'pii', heads: ['latitude', 'longitude', 'geolocation', 'gps coordinates', 'user location', 'home location'], certainty: 'likely', source: GDPR_4 },
  { id: 'special-categories', class: 'pii', heads: ['ethnicity', 'religion', 'sexual orientation', 'political opinion', 'political affiliation', 'trade union membership', 'biometric', 'biometric data', 'fingerprint data', 'face embedding', 'criminal record'], certainty: 'sure', source: GDPR_9 },
  { id: 'person-traits', class: 'pii', heads: ['gender', 'marital status', 'nationality', 'citizenship'], certainty: 'likely', source: NIST_PII },
  { id: 'username', class: 'pii', heads: ['username', 'login name', 'screen name'], certainty: 'likely', source: GDPR_4 },
  { id: 'whole-person', class: 'pii', heads: ['user profile', 'personal info', 'personal data', 'personal details', 'personal information', 'contact info', 'contact details', 'pii', 'user data', 'customer data', 'customer details'], certainty: 'likely', source: GDPR_4 },
  { id: 'licence-plate', class: 'pii', heads: ['license plate', 'licence plate', 'plate number', 'vehicle registration'], certainty: 'sure', source: HIPAA },
  { id: 'social-security', class: 'nationalId', heads: ['ssn', 'social security number', 'social security', 'social security no', 'social insurance number', 'ssn last4', 'last4 ssn'], certainty: 'sure', source: NIST_PII },
  { id: 'national-id', class: 'nationalId', heads: ['national id', 'national identity', 'national id number', 'national identification number', 'national insurance number', 'identity card number', 'id card number', 'identity number', 'citizen id', 'aadhaar', 'aadhaar number', 'aadhar', 'nric', 'cpf', 'cnpj', 'curp', 'pesel', 'personnummer', 'bsn', 'nino', 'codice fiscale', 'dni', 'nif', 'emirates id', 'voter id', 'steuer id', 'my number'], certainty: 'sure', source: NIST_PII },
  { id: 'passport', class: 'nationalId', heads: ['passport number', 'passport no', 'passport id', 'passportnumber'], certainty: 'sure', source: NIST_PII },
  { id: 'driving-licence', class: 'nationalId', heads: ['driver license', 'drivers license', 'driver licence', 'driving license', 'driving licence', 'driver license number', 'drivers license number', 'driving licence number', 'license number', 'licence number'], certainty: 'sure', source: HIPAA },
  { id: 'tax-id', class: 'nationalId', heads: ['tax id', 'taxid', 'tax number', 'tax id number', 'taxpayer id', 'taxpayer identification number', 'itin', 'tin number'], certainty: 'sure', source: NIST_PII },
  { id: 'card', class: 'financial', heads: ['credit card', 'creditcard', 'credit card number', 'creditcardnumber', 'debit card', 'card number', 'cardnumber', 'card no', 'cc number', 'cc num', 'card pan', 'primary account number', 'payment card', 'card details', 'card data'], certainty: 'sure', source: PCI_DSS },
  { id: 'card-code', class: 'financial', heads: ['cvv', 'cvc', 'cvv2', 'cvv 2', 'cvc2', 'cvc 2', 'card code', 'card security code', 'card verification value', 'card pin', 'track data', 'magnetic stripe'], certainty: 'sure', source: PCI_DSS },
  { id: 'bank-account', class: 'financial', heads: ['iban', 'bank account', 'bank account number', 'account number', 'account no', 'routing number', 'sort code', 'bankaccount', 'accountnumber', 'bank details'], certainty: 'sure', source: NIST_PII },
  { id: 'income', class: 'financial', heads: ['salary', 'annual income', 'monthly income', 'net worth', 'credit score', 'account balance', 'bank balance'], certainty: 'likely', source: NIST_PII },
  { id: 'medical', class: 'health', heads: ['diagnosis', 'diagnoses', 'diagnostic code', 'medical record', 'medical record number', 'medical history', 'mrn', 'health record', 'health data', 'health condition', 'medical condition', 'prescription', 'medication', 'allergy', 'allergies', 'blood type', 'blood pressure', 'blood glucose', 'heart rate', 'vital signs', 'blood group', 'lab result', 'patient note', 'patient data', 'patient record', 'disability', 'hiv status', 'health insurance number', 'insurance member id', 'health plan number', 'symptom', 'treatment plan', 'vaccination status'], certainty: 'sure', source: GDPR_9 },
  { id: 'prompt', class: 'content', heads: ['prompt', 'system prompt', 'user prompt', 'full prompt', 'final prompt', 'prompt text', 'prompt message', 'prompt content', 'negative prompt', 'instructions prompt'], except: ['command', 'install', 'confirm', 'before install', 'shell', 'login', 'cli', 'inquirer', 'defer', 'deferred', 'consent'], certainty: 'sure', source: OWASP_LLM },
  { id: 'chat', class: 'content', heads: ['messages', 'chat message', 'chat history', 'chat messages', 'user message', 'assistant message', 'system message', 'message history', 'conversation', 'conversation history', 'transcript', 'transcription', 'user question', 'user query', 'user input', 'user content', 'human message', 'ai message', 'dialogue', 'chat log', 'chat content', 'history messages', 'conversation messages'], except: ['error', 'log', 'validation', 'warning', 'i18n', 'locale', 'translation', 'flash', 'commit', 'toast', 'translated', 'status', 'help', 'queue', 'kafka', 'sqs', 'rule', 'eslint', 'lint', 'diagnostic', 'console'], certainty: 'likely', source: OWASP_LLM },
  { id: 'completion', class: 'content', heads: ['completion', 'chat completion', 'completion text', 'ai response', 'llm response', 'model response', 'gpt response', 'model output', 'llm output', 'ai output', 'generated text', 'generated content', 'assistant reply', 'assistant response', 'bot response', 'llm answer', 'ai answer', 'openai response', 'completion content'], except: ['shell', 'command', 'auto', 'code', 'tab', 'path', 'on', 'task', 'job', 'profile', 'project'], certainty: 'likely', source: OWASP_LLM },
  { id: 'private-text', class: 'content', heads: ['message body', 'email body', 'mail body', 'email content', 'message content', 'message text', 'document text', 'document content', 'private message', 'direct message', 'sms body', 'sms text', 'note content', 'file content', 'page content', 'retrieved context', 'retrieved documents', 'uploaded file content', 'user text'], except: ['error'], certainty: 'likely', source: OWASP_LLM },
] as const satisfies readonly PersonalNameRow[]
