-- Drives the server from a Neovim without a screen. Reads what to do from the environment, writes what
-- came of it as JSON. Runs in 0.7 (Debian 12) and later: what changed since then is asked for.
local task = vim.json.decode(table.concat(vim.fn.readfile(vim.env.POLICY_FACTS_TASK), '\n'))
local result = { version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor) }
local LIMIT = 30000

local function wait_for(what, look)
  if not vim.wait(LIMIT, look, 20) then
    error('waited in vain for ' .. what)
  end
end

-- A client that speaks to the server through Neovim's own `vim.lsp.rpc`, one life after the other.
local function live(life)
  local outcome = { codes = {} }
  local dispatchers = {
    notification = function() end,
    server_request = function() return nil, { code = -32601, message = 'no' } end,
    on_error = function() end,
    on_exit = function(code) outcome.ends = code end,
  }
  local rpc
  if vim.fn.has('nvim-0.10') == 1 then
    rpc = vim.lsp.rpc.start(task.cmd, dispatchers)
  else
    rpc = vim.lsp.rpc.start(task.cmd[1], { unpack(task.cmd, 2) }, dispatchers)
  end
  for _, step in ipairs(life.steps) do
    if step.raw then
      return nil -- its rpc sends nothing but messages
    elseif step.notify then
      rpc.notify(step.notify, step.params)
    else
      local code
      rpc.request(step.request, step.params, function(err) code = err and err.code or 0 end)
      wait_for(step.request, function() return code ~= nil end)
      table.insert(outcome.codes, code)
    end
  end
  wait_for('the end', function() return outcome.ends ~= nil end)
  return outcome
end

local function codes_in(buffer)
  local codes = vim.tbl_map(function(diagnostic)
    local lsp = diagnostic.user_data and diagnostic.user_data.lsp or {}
    return diagnostic.code or lsp.code or ''
  end, vim.diagnostic.get(buffer))
  table.sort(codes)
  return codes
end

-- A person who opens a sidecar, looks around, makes a mistake, takes it back and leaves.
local function edit_a_sidecar()
  local story = {}
  vim.cmd('edit ' .. vim.fn.fnameescape(task.folder .. '/herald.facts.yaml'))
  local buffer = vim.api.nvim_get_current_buf()
  local ended
  local config = {
    name = 'policy-facts',
    cmd = task.cmd,
    root_dir = task.folder,
    workspace_folders = { { uri = vim.uri_from_fname(task.folder), name = 'tests' } },
    get_language_id = function() return 'policy-facts' end,
    on_exit = function(code, signal) ended = { code = code, signal = signal } end,
  }
  local id
  if vim.lsp.start then
    id = vim.lsp.start(config, { bufnr = buffer })
  else
    id = vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, id)
  end
  wait_for('initialize', function()
    local client = vim.lsp.get_client_by_id(id)
    return client ~= nil and client.initialized
  end)
  wait_for('findings', function() return #codes_in(buffer) > 0 end)
  story.first = codes_in(buffer)

  local at = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = task.position }
  local function ask(method)
    local answers = vim.lsp.buf_request_sync(buffer, method, at, LIMIT)
    local answer = answers and answers[id]
    return answer and answer.result or vim.NIL
  end
  story.hover = ask('textDocument/hover')
  story.definition = ask('textDocument/definition')

  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local from, to = line:find('148', 1, true)
    if from and line:find('value', 1, true) then
      vim.api.nvim_buf_set_text(buffer, number - 1, from - 1, number - 1, to, { '152' })
    end
  end
  wait_for('no findings', function() return #codes_in(buffer) == 0 end)
  story.last = codes_in(buffer)

  vim.lsp.stop_client(id)
  wait_for('the end', function() return ended ~= nil end)
  story.ended = ended
  return story
end

local ok, problem = pcall(function()
  result.story = edit_a_sidecar()
  result.lives = vim.tbl_map(function(life) return live(life) or { codes = {} } end, task.lives)
end)
if not ok then
  result.problem = tostring(problem)
end
vim.fn.writefile({ vim.json.encode(result) }, vim.env.POLICY_FACTS_RESULT)
vim.cmd('qall!')
