-- Opens a file in Neovim with typescript-language-server, waits for a finding of ours, applies a code action to it, saves,
-- and writes what it saw as JSON.
-- Expects in the environment: PALISADE_FILE, PALISADE_ROOT, PALISADE_SERVER (JSON list), PALISADE_TSSERVER,
-- PALISADE_ACTION, PALISADE_REPORT.

local env = vim.env
local report = { diagnostics = {}, actions = {} }

local function finish()
  local out = io.open(env.PALISADE_REPORT, 'w')
  out:write(vim.json.encode(report))
  out:close()
  vim.cmd('qa!')
end

local function ours()
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.source == 'palisade'
  end, vim.diagnostic.get(0))
end

vim.cmd('edit ' .. env.PALISADE_FILE)
local client = vim.lsp.start_client({
  name = 'typescript',
  cmd = vim.json.decode(env.PALISADE_SERVER),
  root_dir = env.PALISADE_ROOT,
  init_options = { tsserver = { path = env.PALISADE_TSSERVER } },
})
vim.lsp.buf_attach_client(0, client)

vim.wait(30000, function()
  return #ours() > 0
end, 50)
for _, diagnostic in ipairs(ours()) do
  table.insert(report.diagnostics, {
    line = diagnostic.lnum + 1,
    column = diagnostic.col + 1,
    severity = diagnostic.severity,
    message = diagnostic.message,
    code = diagnostic.code,
  })
end
if #report.diagnostics == 0 then
  finish()
  return
end

local found = ours()[1]
local range = {
  start = { line = found.lnum, character = found.col },
  ['end'] = { line = found.end_lnum, character = found.end_col },
}
local diagnostic = found.user_data and found.user_data.lsp or {}
diagnostic.range = range
diagnostic.message = found.message
diagnostic.source = found.source
diagnostic.code = diagnostic.code or found.code
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
  textDocument = vim.lsp.util.make_text_document_params(),
  range = range,
  context = { diagnostics = { diagnostic } },
}, 10000)
for _, answer in pairs(answers or {}) do
  for _, action in ipairs(answer.result or {}) do
    table.insert(report.actions, action.title)
    if action.title == env.PALISADE_ACTION then
      if action.edit then
        vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      elseif action.command and action.command.arguments then
        vim.lsp.buf_request_sync(0, 'workspace/executeCommand', action.command, 10000)
      end
    end
  end
end
vim.wait(10000, function()
  return #ours() == 0
end, 50)
report.left = #ours()
vim.cmd('write')
finish()
