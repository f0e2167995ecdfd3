#!lua
-- Writes one chunk of a generation that nobody reads yet: documents, order, facets, rejects and progress, at once.
-- KEYS  1 order   2 listing   3 facets   4 rejects   5 progress
-- ARGV  1 what the type's keys begin with   2 type   3 read so far, with this chunk   4 rejected so far, with this
--       chunk's rejects   5 written so far, without this chunk   6 bytes so far   7 now (ISO-8601)
--       8 number of rejects, then for each: field, JSON
--       then number of documents, then for each: id, position, score, JSON, number of facets, facets...
--
-- The same chunk again writes the same bytes under the same keys, so that a chunk whose checkpoint was lost does no
-- harm. An id that stands at another position is a duplicate: it is not written, and its place in the chunk is
-- answered together with the position of the first, as { index, first, index, first, ... }, index from 0.
local order, listing, facetNames, rejects, progress = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local prefix, type = ARGV[1], ARGV[2]
local at = 8

-- Lua can unpack only so many values at once.
local SLICE = 2000
local function inSlices(command, key, values)
  for from = 1, #values, SLICE do
    local to = math.min(from + SLICE - 1, #values)
    if key then
      redis.call(command, key, unpack(values, from, to))
    else
      redis.call(command, unpack(values, from, to))
    end
  end
end

local rejected = {}
local rejectCount = tonumber(ARGV[at])
for i = 1, rejectCount * 2 do
  rejected[i] = ARGV[at + i]
end
at = at + rejectCount * 2 + 1

local count = tonumber(ARGV[at])
at = at + 1
local ids, starts = {}, {}
for i = 1, count do
  ids[i], starts[i] = ARGV[at], at
  at = at + 5 + tonumber(ARGV[at + 4])
end

local known = {}
for from = 1, count, SLICE do
  local to = math.min(from + SLICE - 1, count)
  local scores = redis.call('ZMSCORE', order, unpack(ids, from, to))
  for i = from, to do
    if scores[i - from + 1] then
      known[ids[i]] = tonumber(scores[i - from + 1])
    end
  end
end

local documents, positions, scores, facets, duplicates = {}, {}, {}, {}, {}
local written = 0
for i = 1, count do
  local start = starts[i]
  local id, position = ids[i], tonumber(ARGV[start + 1])
  local first = known[id]
  if first and first ~= position then
    duplicates[#duplicates + 1] = i - 1
    duplicates[#duplicates + 1] = first
  else
    known[id] = position
    written = written + 1
    documents[#documents + 1] = prefix .. 'doc:' .. id
    documents[#documents + 1] = ARGV[start + 3]
    positions[#positions + 1] = ARGV[start + 1]
    positions[#positions + 1] = id
    scores[#scores + 1] = ARGV[start + 2]
    scores[#scores + 1] = id
    for f = start + 5, start + 4 + tonumber(ARGV[start + 4]) do
      local members = facets[ARGV[f]]
      if not members then
        members = {}
        facets[ARGV[f]] = members
      end
      members[#members + 1] = ARGV[start + 2]
      members[#members + 1] = id
    end
  end
end

inSlices('MSET', nil, documents)
inSlices('ZADD', order, positions)
if listing ~= order then
  inSlices('ZADD', listing, scores)
end
for facet, members in pairs(facets) do
  redis.call('SADD', facetNames, facet)
  inSlices('ZADD', prefix .. 'facet:' .. facet, members)
end
inSlices('HSET', rejects, rejected)
redis.call('HSET', progress, type .. ':read', ARGV[3], type .. ':written', ARGV[5] + written,
  type .. ':rejected', ARGV[4] + #duplicates / 2, type .. ':bytes', ARGV[6], 'step', type, 'updatedAt', ARGV[7])
return duplicates
