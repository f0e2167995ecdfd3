#!lua flags=no-writes
-- One page of documents of the current generation: those that have every facet asked for, in the listing's order.
-- KEYS[1] current
-- ARGV  1 what all keys begin with   2 type   3 name of the count of its type in the announcement   4 name of the listing's key
--       5 'asc' or 'desc'   6 lowest score ('-inf' for none)   7 highest score ('+inf' for none)   8 limit
--       9 score of the last document of the page before ('' for the first page)   10 its id   11... facets
--
-- Answers { generation, total, more (0 or 1), id, score, JSON, id, score, JSON, ... }; generation 0 if nothing is
-- announced. Members of equal score follow each other by the bytes of their ids, which is also how Redis sorts them.
local generation = redis.call('HGET', KEYS[1], 'generation')
if not generation then
  return { 0 }
end
local content = ARGV[1] .. 'g' .. generation .. ':' .. ARGV[2] .. ':'
local listing = content .. ARGV[4]
local descending, lowest, highest = ARGV[5] == 'desc', ARGV[6], ARGV[7]
local limit, lastScore, lastId = tonumber(ARGV[8]), tonumber(ARGV[9]), ARGV[10]
local floor = (lowest == '-inf') and -math.huge or tonumber(lowest)
local ceiling = (highest == '+inf') and math.huge or tonumber(highest)

local expected = tonumber(redis.call('HGET', KEYS[1], ARGV[3]))
if expected ~= redis.call('ZCARD', listing) then
  return redis.error_reply('INCOMPLETE g' .. generation .. ' no longer holds the ' .. expected .. ' announced')
end

-- The smallest set is walked, the others are asked.
local walked, others = listing, {}
local smallest = math.huge
for i = 11, #ARGV do
  local key = content .. 'facet:' .. ARGV[i]
  local size = redis.call('ZCARD', key)
  if size < smallest then
    if walked ~= listing then
      others[#others + 1] = walked
    end
    walked, smallest = key, size
  else
    others[#others + 1] = key
  end
end

-- Lua compares texts by the server's locale, Redis sorts members by their bytes: so must we.
local function before(left, right)
  for i = 1, math.min(#left, #right) do
    local a, b = left:byte(i), right:byte(i)
    if a ~= b then
      return a < b
    end
  end
  return #left < #right
end

local function beyondCursor(score, id)
  if not lastScore or score ~= lastScore then
    return true
  end
  if descending then
    return before(id, lastId)
  end
  return before(lastId, id)
end

local function inOthers(batch)
  local keep = {}
  for i = 1, #batch do
    keep[i] = true
  end
  for _, other in ipairs(others) do
    local scores = redis.call('ZMSCORE', other, unpack(batch))
    for i = 1, #batch do
      keep[i] = keep[i] and scores[i]
    end
  end
  return keep
end

-- Visits the members of the walked set that all others have too, from a score on, until told to stop. It goes by
-- rank, since an offset from a score would make Redis count its way there for every batch.
local BATCH = 500
local function walk(from, visit)
  local rank
  if descending then
    rank = redis.call('ZCOUNT', walked, '(' .. from, '+inf')
  else
    rank = redis.call('ZCOUNT', walked, '-inf', '(' .. from)
  end
  while true do
    local found
    if descending then
      found = redis.call('ZREVRANGE', walked, rank, rank + BATCH - 1, 'WITHSCORES')
    else
      found = redis.call('ZRANGE', walked, rank, rank + BATCH - 1, 'WITHSCORES')
    end
    if #found == 0 then
      return
    end
    local batch = {}
    for i = 1, #found, 2 do
      batch[#batch + 1] = found[i]
    end
    local keep = inOthers(batch)
    for i = 1, #batch do
      local score = tonumber(found[i * 2])
      if score < floor or score > ceiling then
        return
      end
      if keep[i] and not visit(batch[i], score) then
        return
      end
    end
    rank = rank + BATCH
  end
end

local total = 0
local start = descending and highest or lowest
if #others == 0 then
  total = redis.call('ZCOUNT', walked, lowest, highest)
elseif lowest == '-inf' and highest == '+inf' then
  total = redis.call('ZINTERCARD', #others + 1, walked, unpack(others))
else
  walk(start, function()
    total = total + 1
    return true
  end)
end

local page, ids, more = {}, {}, 0
if lastScore and ((descending and lastScore < ceiling) or (not descending and lastScore > floor)) then
  start = ARGV[9]
end
walk(start, function(id, score)
  if not beyondCursor(score, id) then
    return true
  end
  if #ids == limit then
    more = 1
    return false
  end
  ids[#ids + 1] = id
  page[#page + 1] = { id, score }
  return true
end)

local answer = { tonumber(generation), total, more }
if #ids > 0 then
  local keys = {}
  for i, id in ipairs(ids) do
    keys[i] = content .. 'doc:' .. id
  end
  local documents = redis.call('MGET', unpack(keys))
  for i, entry in ipairs(page) do
    if not documents[i] then
      return redis.error_reply('INCOMPLETE g' .. generation .. ' lists ' .. ARGV[2] .. ' ' .. entry[1]
        .. ' but lacks it')
    end
    answer[#answer + 1] = entry[1]
    answer[#answer + 1] = string.format('%.0f', entry[2])
    answer[#answer + 1] = documents[i]
  end
end
return answer
