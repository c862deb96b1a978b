import { describe, expect, it } from 'vitest'
import { reportsOf } from './lint-text.js'

describe('require-redacted-logger: a field that is still empty where it is made', () => {
  it.each([
    [
      'the state of a component',
      'class SignUp {\n  state = { name: "", password: "" }\n  show() { console.log(this.state.password, this.state.name) }\n}',
      ['3 logged this.state.password'],
    ],
    [
      'all of it',
      'class SignUp {\n  constructor() { this.state = { name: "", password: "" } }\n  show() { console.log(this.state) }\n}',
      ['3 logged this.state'],
    ],
    [
      'a field that a template fills',
      'class Login {\n  email = ""\n  password: string = ""\n  show() { console.log(this.password, this.email) }\n}',
      ['4 logged this.password'],
    ],
    [
      'one that nothing fills',
      'class Login {\n  readonly password = ""\n  show() { console.log(this.password) }\n}\nconst password = ""\nconsole.log(password)',
      [],
    ],
  ])('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('require-redacted-logger: `token` beside words that grammars use, too', () => {
  it.each([
    [
      'where people sign in',
      `import jwt from 'jsonwebtoken'\nconst token = jwt.sign({ id }, key)\nuser.tokens.push(token)\nconsole.log(token)`,
      ['4 logged token'],
    ],
    ['where a text is read', 'const token = next()\ntokens.push(token)\nconsole.log(token)', []],
  ])('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})

describe('require-redacted-logger: what a model streams', () => {
  it.each([
    ['a callback for each token', 'stream({ onToken: (token) => logger.debug(`next: ${token}`) })', []],
    ['a handler of a class', 'class Handler {\n  handleLLMNewToken(token) { console.log("next", token) }\n}', []],
    ['another handler', 'class Handler {\n  handleLogin(token) { console.log("next", token) }\n}', ['2 logged token']],
  ])('%s', (_, text, reports) => expect(reportsOf(text)).toEqual(reports))
})
