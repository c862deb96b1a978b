import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { preferUnsaved } from '@palisade/analysis'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { afterEach, describe, expect, it } from 'vitest'
import { requireInputSchema } from './rule.js'

/** Handlers that another file registers: judged with what stands beside them there. */

let folder = ''

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(files: Record<string, string>): void {
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'palisade-routes-'))
  for (const [name, text] of Object.entries({ 'package.json': '{}', ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

function findings(filename: string, text: string, parserOptions: Linter.ParserOptions = {}): string[] {
  return new Linter({ cwd: folder })
    .verify(
      text,
      {
        files: ['**/*.{ts,js}'],
        languageOptions: { parser, parserOptions },
        plugins: { palisade: { rules: { 'require-input-schema': requireInputSchema as never } } },
        rules: { 'palisade/require-input-schema': 'error' },
      },
      { filename: path.join(folder, filename) },
    )
    .map((message) => message.messageId ?? message.message)
}

/** What is said of a file of the project, without types. */
function messages(filename: string, code: string): string[] {
  return new Linter({ cwd: folder })
    .verify(
      code,
      {
        files: ['**/*.*'],
        languageOptions: { parser },
        plugins: { palisade: { rules: { 'require-input-schema': requireInputSchema as never } } },
        rules: { 'palisade/require-input-schema': 'error' },
      },
      { filename: path.join(folder, filename) },
    )
    .map(({ message }) => message)
}

/** The findings with a program of the whole project. */
function typedFindings(filename: string, files: Record<string, string>): string[] {
  const config = {
    ...('tsconfig.json' in files ? { extends: './tsconfig.json' } : {}),
    compilerOptions: { allowJs: true, noLib: true, types: [], module: 'preserve', experimentalDecorators: true },
    include: ['**/*'],
  }
  writeFileSync(path.join(folder, 'tsconfig.typed.json'), JSON.stringify(config))
  return findings(filename, files[filename]!, { project: './tsconfig.typed.json', tsconfigRootDir: folder })
}

/** Writes a project and lints one of its files, with and without types, which has to come to the same. */
function lint(filename: string, files: Record<string, string>): string[] {
  write(files)
  const found = findings(filename, files[filename]!)
  expect(typedFindings(filename, files)).toEqual(found)
  return found
}

const CONTROLLER = 'export const create = async (req, res) => { res.json(await users.insert(req.body)) }'

describe('a handler of another file', () => {
  it('is silent where its registration validates', () => {
    const routes = "import { create } from './controller'\nrouter.post('/', validate(schema), create)"
    expect(lint('src/controller.ts', { 'src/controller.ts': CONTROLLER, 'src/routes.ts': routes })).toEqual([])
  })

  it.each([
    ['of its class', 'container.resolve(Users)', ''],
    ['of a name, in a field of its class', "container.get('users')", ': Users'],
  ])('is silent where a container is asked for an instance %s', (_, asked, type) => {
    const controller = 'export class Users { create = async (req, res) => { res.json(await users.insert(req.body)) } }'
    const routes = `import { Users } from './controller'
      export class Routes {
        private users${type}
        constructor() { this.users = ${asked} }
        register() { router.post('/', validate(schema), this.users.create) }
      }`
    expect(lint('src/controller.ts', { 'src/controller.ts': controller, 'src/routes.ts': routes })).toEqual([])
  })

  it('is reported where its registration does something else', () => {
    const routes = "import { create } from './controller'\nrouter.post('/', authenticate, create)"
    expect(lint('src/controller.ts', { 'src/controller.ts': CONTROLLER, 'src/routes.ts': routes })).toEqual([
      'unvalidated',
    ])
  })

  it('is reported when one of its registrations does not validate', () => {
    const routes =
      "import { create } from './controller'\nrouter.post('/', validate(schema), create)\nrouter.post('/import', create)"
    expect(lint('src/controller.ts', { 'src/controller.ts': CONTROLLER, 'src/routes.ts': routes })).toEqual([
      'unvalidated',
    ])
  })

  it('is reported when nothing registers it', () => {
    expect(lint('src/controller.ts', { 'src/controller.ts': CONTROLLER })).toEqual(['unvalidated'])
  })

  it.each([
    ['the same path', "matcher: '/store/orders/:id', method: ['POST']", []],
    ['a path above', "matcher: '/store/*'", []],
    ['another path', "matcher: '/store/carts/:id', method: ['POST']", ['unvalidated']],
    ['another method', "matcher: '/store/orders/:id', method: ['DELETE']", ['unvalidated']],
  ])('is judged with the middleware that is installed by path, for %s', (_, where, expected) => {
    const route = 'export const POST = async (req, res) => { res.json(await orders.update(req.body)) }'
    const middlewares = `import { defineMiddlewares, validateAndTransformBody } from '@medusajs/framework/http'
      export default defineMiddlewares({ routes: [{ ${where}, middlewares: [validateAndTransformBody(Order)] }] })`
    const filename = 'src/api/store/orders/[id]/route.ts'
    expect(lint(filename, { [filename]: route, 'src/api/middlewares.ts': middlewares })).toEqual(expected)
  })

  it('is found through a namespace, a wrapper and an index', () => {
    const files = {
      'src/controllers/user.ts': CONTROLLER,
      'src/controllers/index.ts': "export * as users from './user'",
      'src/routes.ts':
        "import { users } from './controllers'\nrouter.post('/', validate(schema), asyncHandler(users.create))",
    }
    expect(lint('src/controllers/user.ts', files)).toEqual([])
  })

  it('is found in CommonJS, by the directory of its index', () => {
    const files = {
      'controllers/user.controller.js':
        'const create = catchAsync(async (req, res) => { res.json(await users.insert(req.body)) })\nmodule.exports = { create }',
      'controllers/index.js': "module.exports.userController = require('./user.controller')",
      'routes/user.route.js':
        "const { userController } = require('../controllers')\nrouter.route('/').post(auth('manage'), validate(userValidation.create), userController.create)",
    }
    expect(lint('controllers/user.controller.js', files)).toEqual([])
  })

  it('is found as a method of a controller, bound or not', () => {
    const controller =
      "import type { Request, Response } from 'express'\nexport class Users { async create(req: Request, res: Response) { res.json(await this.users.insert(req.body)) } }"
    const routes =
      "import { Users } from '@/users'\nconst users = new Users()\nrouter.post('/', validateBody(schema), users.create.bind(users))"
    const tsconfig = '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }'
    expect(
      lint('src/users.ts', { 'src/users.ts': controller, 'src/routes.ts': routes, 'tsconfig.json': tsconfig }),
    ).toEqual([])
  })

  it('is judged by the middleware that the router uses', () => {
    const routes = "import { create } from './controller'\nrouter.use(validateBody(schema))\nrouter.post('/', create)"
    expect(lint('src/controller.ts', { 'src/controller.ts': CONTROLLER, 'src/routes.ts': routes })).toEqual([])
  })

  it('is judged by the parts that the middleware validates', () => {
    const controller = 'export const find = async (req, res) => { res.json(await users.find(req.query.name)) }'
    const routes = "import { find } from './controller'\nrouter.get('/', validateBody(schema), find)"
    expect(lint('src/controller.ts', { 'src/controller.ts': controller, 'src/routes.ts': routes })).toEqual([
      'unvalidated',
    ])
  })

  it.each([
    ['validateQuery(schema)', ['unvalidated']],
    ['generateQueryValidation()', []],
  ])('is judged by what the name of the middleware says: %s', (middleware, expected) => {
    const routes = `import { create } from './controller'\nrouter.post('/queries', ${middleware}, create)`
    expect(lint('src/controller.ts', { 'src/controller.ts': CONTROLLER, 'src/routes.ts': routes })).toEqual(expected)
  })

  it('is told by the one parameter of a handler of Koa', () => {
    const controller = 'export async function create(ctx: UserCtx) { ctx.body = await users.insert(ctx.request.body) }'
    const routes = "import * as controller from './controller'\nrouter.post('/users', controller.create)"
    const files = { 'src/controller.ts': controller, 'src/routes.ts': routes }
    expect(lint('src/controller.ts', files)).toEqual(['unvalidated'])
    const validated = routes.replace("'/users', ", "'/users', joiValidator.body(schema), ")
    expect(lint('src/controller.ts', { ...files, 'src/routes.ts': validated })).toEqual([])
  })

  it('is found among the routes of an object, by the options beside it', () => {
    const routes =
      "import { create } from './controller'\nserver.route([{ method: 'POST', path: '/', options: { validate: { payload: schema } }, handler: create }, { method: 'GET', path: '/', handler: list }])"
    const controller = 'export const create = async (request, h) => users.insert(request.payload)'
    expect(lint('src/controller.ts', { 'src/controller.ts': controller, 'src/routes.ts': routes })).toEqual([])
    expect(
      lint('src/controller.ts', {
        'src/controller.ts': controller,
        'src/routes.ts': routes.replace('payload: schema', 'query: schema'),
      }),
    ).toEqual(['unvalidated'])
  })

  it('is found in another package where the program says so', () => {
    const files = {
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@acme/users": ["./packages/users/src/index.ts"] } } }',
      'packages/users/package.json': '{}',
      'packages/users/src/index.ts': CONTROLLER,
      'packages/server/routes.ts': "import { create } from '@acme/users'\nrouter.post('/', validate(schema), create)",
    }
    write(files)
    expect(findings('packages/users/src/index.ts', CONTROLLER)).toEqual(['unvalidated'])
    expect(typedFindings('packages/users/src/index.ts', files)).toEqual([])
  })

  it('is judged by the text of an editor that is not saved', () => {
    const routes = "import { create } from './controller'\nrouter.post('/', create)"
    write({ 'src/controller.ts': CONTROLLER, 'src/routes.ts': routes })
    expect(findings('src/controller.ts', CONTROLLER)).toEqual(['unvalidated'])
    try {
      preferUnsaved((name) =>
        name.endsWith('routes.ts') ? routes.replace('create)', 'validate(schema), create)') : undefined,
      )
      expect(findings('src/controller.ts', CONTROLLER)).toEqual([])
    } finally {
      preferUnsaved(() => undefined)
    }
  })

  it.each([
    ['read from the text', '', ['POST /users']],
    [
      'read from the tree where a middleware of the file may validate',
      'const log = (req, res, next) => next()\n',
      ['POST /users'],
    ],
  ])('names the route of a registration that is %s', (_, before, routes) => {
    const files = {
      'src/controllers/users.js': `${CONTROLLER}\nexport const remove = async (req, res) => { res.json(await users.remove(req.body)) }`,
      'src/routes.js': `${before}import * as users from './controllers/users'
        import { remove } from './controllers/posts'
        router.post(
          '/users',
          authenticate('users:create'),
          users.create,
        )
        // router.delete('/users', users.remove)
        router.delete('/posts', remove)`,
    }
    write(files)
    const found = messages('src/controllers/users.js', files['src/controllers/users.js'])
    expect(found).toHaveLength(2)
    expect(found.flatMap((message) => / in ([A-Z]+ \/\w+) and/u.exec(message)?.[1] ?? [])).toEqual(routes)
  })

  it('is found behind the helpers that compilers write around imports', () => {
    const routes = `var __importDefault = (this && this.__importDefault) || function (mod) {
        return (mod && mod.__esModule) ? mod : { "default": mod };
      };
      const express_1 = __importDefault(require("express"));
      const users_1 = __importDefault(require("./users"));
      const validate_1 = require("./validate");
      const router = express_1.default.Router();
      router.post('/', (0, validate_1.validateBody)(S), users_1.default.create);`
    const users =
      'const create = async (req, res) => { res.json(await insert(req.body)) }\nexports.default = { create }'
    expect(lint('src/users.js', { 'src/users.js': users, 'src/routes.js': routes })).toEqual([])
    expect(
      lint('src/users.js', {
        'src/users.js': users,
        'src/routes.js': routes.replace('(0, validate_1.validateBody)(S)', 'log_1.request'),
      }),
    ).toEqual(['unvalidated'])
  })

  it('is not looked for in tests, which register it without its middleware', () => {
    const routes = "import { create } from './controller'\nrouter.post('/', validate(schema), create)"
    const test = "import { create } from './controller'\napp.post('/', create)"
    expect(
      lint('src/controller.ts', {
        'src/controller.ts': CONTROLLER,
        'src/routes.ts': routes,
        'src/controller.test.ts': test,
      }),
    ).toEqual([])
  })

  it('is silent in a project that validates everything by its OpenAPI description', () => {
    const app =
      "import * as OpenApiValidator from 'express-openapi-validator'\napp.use(OpenApiValidator.middleware({ apiSpec }))"
    expect(lint('src/controller.ts', { 'src/controller.ts': CONTROLLER, 'src/app.ts': app })).toEqual([])
  })
})

describe("a service of Feathers'", () => {
  const service = `import type { Params } from '@feathersjs/feathers'
    export class Messages {
      async find(params: Params) { return this.db.find(params.query) }
      async create(data, params: Params) { return this.db.insert({ text: data.text, user: params.user.id }) }
      async patch(id, data, params: Params) { return this.db.update(id, data) }
    }`
  const installed = (hooks: string): string => `import { hooks as schemaHooks } from '@feathersjs/schema'
    import { Messages } from './messages.class'
    export const messages = (app) => {
      app.use('messages', new Messages(app))
      app.service('messages').hooks({ before: { ${hooks} } })
    }`
  const files = (hooks: string): Record<string, string> => ({
    'src/messages.class.ts': service,
    'src/messages.ts': installed(hooks),
  })

  it('is reported where no hook validates, resolvers among them', () => {
    expect(
      lint('src/messages.class.ts', files('all: [schemaHooks.resolveQuery(q)], create: [schemaHooks.resolveData(r)]')),
    ).toEqual(['unvalidated', 'unvalidated', 'unvalidated'])
  })

  it('is silent where the hooks of the method do', () => {
    const validated =
      'all: [schemaHooks.validateQuery(q)], create: [schemaHooks.validateData(v)], patch: [schemaHooks.validateData(p)]'
    expect(lint('src/messages.class.ts', files(validated))).toEqual([])
  })

  it('is judged with the hooks of the very method', () => {
    const validated = 'all: [schemaHooks.validateQuery(q)], create: [schemaHooks.validateData(v)]'
    expect(lint('src/messages.class.ts', files(validated))).toEqual(['unvalidated'])
  })

  it('is judged with hooks of another file, in a project of JavaScript', () => {
    const project = (hooks: string): Record<string, string> => ({
      'package.json': '{ "dependencies": { "@feathersjs/feathers": "4" } }',
      'src/tasks.class.js': 'exports.Tasks = class { async create (data, params) { return this.db.insert(data) } }',
      'src/tasks.hooks.js': `module.exports = { before: { create: [${hooks}async (context) => { await audit(context.data.email) }] } }`,
      'src/tasks.service.js':
        "const { Tasks } = require('./tasks.class'); const hooks = require('./tasks.hooks')\nmodule.exports = (app) => { app.use('/tasks', new Tasks()); app.service('tasks').hooks(hooks) }",
    })
    expect(lint('src/tasks.class.js', project(''))).toEqual(['unvalidated'])
    expect(lint('src/tasks.hooks.js', project(''))).toEqual(['unvalidated'])
    expect(lint('src/tasks.class.js', project('validate.form(schema), '))).toEqual([])
    expect(lint('src/tasks.hooks.js', project('validate.form(schema), '))).toEqual([])
  })
})

describe('a class of another file', () => {
  const controller =
    "import { Body, Controller, Post } from '@nestjs/common'\nimport { CreateCat } from './create-cat.dto'\n@Controller() export class Cats { @Post() create(@Body() cat: CreateCat) { return this.cats.create(cat) } }"
  const decorated = "import { IsString } from 'class-validator'\nexport class CreateCat { @IsString() name: string }"
  const main = 'const app = await NestFactory.create(App)\n'

  it('is silent when its properties are decorated and a pipe is installed', () => {
    expect(
      lint('src/cats.ts', {
        'src/cats.ts': controller,
        'src/create-cat.dto.ts': decorated,
        'src/main.ts': `${main}app.useGlobalPipes(new ValidationPipe())`,
      }),
    ).toEqual([])
  })

  it('is reported when no pipe is installed', () => {
    expect(
      lint('src/cats.ts', { 'src/cats.ts': controller, 'src/create-cat.dto.ts': decorated, 'src/main.ts': main }),
    ).toEqual(['noPipe'])
  })

  it('is reported when a property has no validation decorator', () => {
    expect(
      lint('src/cats.ts', {
        'src/cats.ts': controller,
        'src/create-cat.dto.ts': 'export class CreateCat { name: string }',
        'src/main.ts': `${main}app.useGlobalPipes(new ValidationPipe())`,
      }),
    ).toEqual(['undecorated'])
  })
})
