#!/usr/bin/env node
// eslint-disable-next-line @typescript-eslint/no-require-imports -- Node starts CommonJS sooner than an ES module.
require('../bundle/load.js').start()
