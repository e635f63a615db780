-- Opens FILE in a headless Neovim with the server SERVER, does what a person would, there and in
-- NEIGHBOUR, and writes what it sees to standard output, one line each: "key value".
local file, neighbour, server = vim.env.FILE, vim.env.NEIGHBOUR, vim.env.SERVER

local function say(key, value)
  io.stdout:write(key .. " " .. vim.fn.json_encode(value) .. "\n")
end

local function fail(why)
  say("failed", why)
  vim.cmd("cq!")
end

local function until_true(what, is_true)
  if not vim.wait(60000, is_true, 20) then
    fail(what)
  end
end

vim.o.hidden = true

local function open(path)
  vim.cmd("edit " .. path)
  vim.bo.filetype = "go"
  return vim.api.nvim_get_current_buf()
end

local buffer = open(file)
local config = {
  name = "gopherwood",
  cmd = { "node", server, "--stdio" },
  root_dir = vim.fn.fnamemodify(file, ":h"),
}
local id
if vim.lsp.start then
  id = vim.lsp.start(config)
else
  id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, id)
end

local function diagnostics()
  return vim.diagnostic.get(buffer)
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") .. "\n"
end

-- Asks for actions at a line and applies the one with a title.
local function apply(line, title, only)
  local client = vim.lsp.get_client_by_id(id)
  local position = { line = line, character = 0 }
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = { start = position, ["end"] = { line = line + 1, character = 0 } },
    context = { diagnostics = {}, only = only },
  }
  local answers = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", params, 30000)
  for _, answer in pairs(answers or {}) do
    for _, action in ipairs(answer.result or {}) do
      if action.title == title then
        vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
        return
      end
    end
  end
  fail("no action '" .. title .. "': " .. vim.fn.json_encode(answers))
end

until_true("diagnostics", function()
  return #diagnostics() == 4
end)
local first = diagnostics()[1]
say("first", { first.lnum, first.col, first.message, first.code })

local before = text()
apply(2, "Fix this demo/no-foo problem")
say("fixed", text() ~= before)
until_true("diagnostics after a fix", function()
  return #diagnostics() == 3
end)

apply(4, "Disable demo/no-foo for this line")
until_true("diagnostics after a directive", function()
  return #diagnostics() == 2
end)

vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "var d = foo" })
until_true("diagnostics of typed text", function()
  return #diagnostics() == 3
end)

apply(0, "Fix all Gopherwood problems", { "source.fixAll.gopherwood" })
until_true("one diagnostic after all fixes", function()
  return #diagnostics() == 1
end)
vim.cmd("write")

say("type", diagnostics()[1].message)
local beside = open(neighbour)
vim.lsp.buf_attach_client(beside, id)
vim.api.nvim_buf_set_lines(beside, 2, 3, false, { "type T struct{ F string }" })
until_true("the type of a neighbour that is not saved", function()
  return #diagnostics() == 1 and diagnostics()[1].message == "string"
end)
say("version", vim.version())
vim.cmd("qa!")
