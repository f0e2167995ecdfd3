#!lua flags=no-writes
-- One document of the current generation; pointer and document are read in one act.
-- KEYS[1] current
-- ARGV  1 what all keys begin with   2 type   3 id   4 name of the count of its type in the announcement
--       5 name of the listing's key
--
-- Answers { generation, JSON, score }; generation 0 if nothing is announced, no JSON if the id is unknown. An id that is
-- listed but has no document, or the reverse, is an error, never "not found".
local generation = redis.call('HGET', KEYS[1], 'generation')
if not generation then
  return { 0 }
end
local content = ARGV[1] .. 'g' .. generation .. ':' .. ARGV[2] .. ':'
local json = redis.call('GET', content .. 'doc:' .. ARGV[3])
local score = redis.call('ZSCORE', content .. ARGV[5], ARGV[3])
if json and score then
  return { tonumber(generation), json, string.format('%.0f', score) }
end
if json or score then
  return redis.error_reply('INCOMPLETE g' .. generation .. ' has lost a part of ' .. ARGV[2] .. ' ' .. ARGV[3])
end
local expected = tonumber(redis.call('HGET', KEYS[1], ARGV[4]))
if expected ~= redis.call('ZCARD', content .. ARGV[5]) then
  return redis.error_reply('INCOMPLETE g' .. generation .. ' no longer holds the ' .. expected .. ' announced')
end
return { tonumber(generation) }
