#!lua flags=no-writes
-- How many documents of the current generation have each facet.
-- KEYS[1] current
-- ARGV  1 what all keys begin with   2 type   3 name of the count of its type in the announcement
--       4 name of the listing's key   5... facets
--
-- Answers { generation, total, lowest score, highest score, count of each facet... }, the scores '' if there is no
-- document; generation 0 if nothing is announced.
local generation = redis.call('HGET', KEYS[1], 'generation')
if not generation then
  return { 0 }
end
local content = ARGV[1] .. 'g' .. generation .. ':' .. ARGV[2] .. ':'
local listing = content .. ARGV[4]
local total = redis.call('ZCARD', listing)
local expected = tonumber(redis.call('HGET', KEYS[1], ARGV[3]))
if expected ~= total then
  return redis.error_reply('INCOMPLETE g' .. generation .. ' no longer holds the ' .. expected .. ' announced')
end
local lowest = redis.call('ZRANGE', listing, 0, 0, 'WITHSCORES')
local highest = redis.call('ZRANGE', listing, -1, -1, 'WITHSCORES')
local answer = { tonumber(generation), total, lowest[2] or '', highest[2] or '' }
for i = 5, #ARGV do
  answer[i] = redis.call('ZCARD', content .. 'facet:' .. ARGV[i])
end
return answer
