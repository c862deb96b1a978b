import { lastName, type Node, propertyName, T, wrapped } from '@palisade/analysis'
import type { TSESTree } from '@typescript-eslint/utils'
import { checkSchemaDefault, environmentSchemaName } from './fallbacks.js'
import { isFirebaseConfig, MOST_MEMBERS } from './format-evidence.js'
import { constantsOf, type Judge } from './judge.js'
import { denoted, holderPath, isAmongTexts, type Named, pathOf } from './named.js'
import { checkNamed, reportNamed } from './under-name.js'

/** Members of objects: a login, a connection and settings hold credentials, a table of labels holds none. */

/** `new Map([[k, v]])`, `Object.fromEntries([[k, v]])`, `headers: [[k, v]]` */
export function isOfEntries(judge: Judge, list: TSESTree.ArrayExpression): boolean {
  const holder = list.parent
  switch (holder.type) {
    case T.NewExpression:
      return true
    case T.CallExpression:
      return /fromEntries/.test(judge.file.text.slice(...holder.callee.range))
    case T.Property:
      return /^(?:headers?|params|searchParams|query|form|fields|entries)$/i.test(propertyName(holder) ?? '')
    case T.VariableDeclarator:
      return holder.id.type === T.Identifier && /(?:headers?|params|entries)$/i.test(holder.id.name)
    default:
      return false
  }
}

export function checkProperty(judge: Judge, named: Named, node: TSESTree.Property): void {
  const value = node.value
  if (value.type === T.AssignmentPattern || value.type === T.ObjectPattern || value.type === T.ArrayPattern) return
  const holder = node.parent as TSESTree.ObjectExpression
  if (named.meaning.what === 'key' && isFirebaseConfig(holder)) return
  const name = environmentSchemaName(judge, node)
  if (name !== undefined && checkSchemaDefault(judge, named, value)) return
  if (named.meaning.what === 'password' && WORDS_FOR_PASSWORDS.test(judge.file.string(value) ?? '')) {
    // `{ host: 'db', user: 'app', password: 'password' }`: what a connection is made with is no label.
    if (isConnectionData(judge, holder))
      for (const found of constantsOf(judge.file, value)) reportNamed(judge, named, found)
    return
  }
  if (named.meaning.what === 'password' && isAmongTexts(holder)) return
  checkNamed(judge, named, value, isOfSettings(holder) ? 'declared' : 'name', (found) => {
    // `{ password: 'geheim' }` among labels is a label, among a user and a host it is none.
    return !/^[A-Za-z]+$/.test(found.value) || named.meaning.what !== 'password' || isLoginData(judge, holder)
  })
}

/** `{ name: 'DB_PASSWORD', value: '…' }`: a variable of a container, a field of a form, a header. */
export function checkPair(judge: Judge, node: TSESTree.Property): void {
  const holder = node.parent as TSESTree.ObjectExpression
  const pair = holder.properties
    .slice(0, MOST_MEMBERS)
    .find(
      (each): each is TSESTree.Property => each.type === T.Property && /^(?:name|key)$/i.test(propertyName(each) ?? ''),
    )
  const name = pair && judge.file.string(pair.value)
  const found = name === undefined || /\s/.test(name) ? undefined : denoted(judge, [name])
  // `{ name: 'password', value: 'Password' }` may be a choice of a form.
  if (found !== undefined) checkNamed(judge, found, node.value, 'name', ({ value }) => /\d|[!@#$%^&*]/.test(value))
}

/** `module.exports = { … }`, `const config = { … }`: what the program runs with. */
function isOfSettings(holder: TSESTree.ObjectExpression): boolean {
  let value: Node = holder
  for (let up = 0; up < 4; up++) {
    const { parent } = wrapped(value)
    if (parent?.type === T.ExportDefaultDeclaration) return true
    if (parent?.type === T.AssignmentExpression) return /^exports$|^module$/.test(pathOf(parent.left)?.[0] ?? '')
    if (parent?.type === T.VariableDeclarator)
      return (
        parent.id.type === T.Identifier &&
        /(?:config|configuration|cfg|conf|settings|options|opts|constants|env|environment|secrets|credentials)\d?$/i.test(
          parent.id.name,
        )
      )
    if (parent?.type !== T.Property || parent.parent.type !== T.ObjectExpression) return false
    value = parent.parent
  }
  return false
}

/** Words that name a password as often as they are one. */
const WORDS_FOR_PASSWORDS = /^(?:password|passwd|pass|secret|test|default)$/

const PLACES = /^(?:host|hostname|server|port|database|db|dialect|url|uri)$/i

/** The names under which what a connection is made with stands. */
export const LOGIN_HOLDERS = /^(?:auth|credentials?|creds|login|basicAuth)$/i

function isConnectionData(judge: Judge, holder: TSESTree.ObjectExpression): boolean {
  const isLogin = LOGIN_HOLDERS.test(holderPath(holder).at(-1) ?? '')
  return holder.properties
    .slice(0, MOST_MEMBERS)
    .some(
      (property) =>
        property.type === T.Property &&
        (PLACES.test(propertyName(property) ?? '') || (isLogin && LOGIN_MEMBERS.test(propertyName(property) ?? ''))) &&
        !isLabelled(judge, property.value) &&
        judge.file.string(property.value) !== propertyName(property),
    )
}

/** `const apiKeys = { stripe: '…', github: '…' }`: a table whose name is the plural of a credential's. */
export function checkEntryOfTable(judge: Judge, holder: string | undefined, name: string, value: Node): void {
  if (holder === undefined || !/s$/i.test(holder) || value.type !== T.Literal) return
  const table = denoted(judge, [holder])
  const isOwnName = table?.meaning.certainty !== 'sure' || judge.classify(name).kind !== 'other'
  if (!isOwnName)
    checkNamed(judge, { name, meaning: table.meaning }, value, 'name', ({ value: text }) => /\d/.test(text))
}

const LOGIN_MEMBERS =
  /^(?:\w{1,20}_|[a-z]{1,12})?(?:user|user_?name|usr|login|e?mail|host|host_?name|server|port|database|db|dialect|account|role|uri|url|client_?id|connection_?limit|secure|ssl|service|cert|pfx|private_?key)$/i

/** Calls that make a user, or let one in. */
const ABOUT_USERS =
  /^(?:create|createUser|insert|insertOne|insertMany|bulkCreate|register|save|upsert|findOrCreate|signUp|signup|signIn|signin|login|logIn|authenticate|addUser|createMany|send)$/

function isLoginData(judge: Judge, holder: TSESTree.ObjectExpression): boolean {
  const call = wrapped(holder).parent
  if (isOfSettings(holder)) return true
  if (call?.type === T.CallExpression && ABOUT_USERS.test(lastName(call.callee) ?? '') && holder.properties.length > 1)
    return true
  const members = holder.properties.slice(0, MOST_MEMBERS).filter((property) => property.type === T.Property)
  if (
    members.some((property) => LOGIN_MEMBERS.test(propertyName(property) ?? '') && !isLabelled(judge, property.value))
  )
    return true
  return members.length === 1 && holder.parent.type !== T.Property
}

/** `username: 'Username'`: a label, not a user. */
function isLabelled(judge: Judge, value: Node): boolean {
  const text = judge.file.string(value)
  return text !== undefined && (/\s/.test(text) || /^[A-Z][a-z]+$/.test(text) || text === 'text' || text === 'string')
}
