#!lua
-- Makes a verified generation the current one. Pointer, counts, digest and run change together, or not at all.
-- KEYS  1 current   2 control   3 generations   4 progress   5 notices (a channel)
-- ARGV  1 generation   2 the generation that was current when this run began ('0' if none)
--       3 'true' if the first announcement moves the phase from json to read-only   4 now (ISO-8601)
--       then the fields of the announcement: name, value, ...
--
-- Answers 'announced', or 'superseded <generation>' if another run was faster.
local current, control, generations, progress, notices = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local now = redis.call('HGET', current, 'generation') or '0'
if now == ARGV[1] then
  -- The answer to the first try was lost, or what the job remembers of it.
  redis.call('HSET', progress, 'state', 'completed', 'updatedAt', ARGV[4])
  return 'announced'
end
if now ~= ARGV[2] or tonumber(now) > tonumber(ARGV[1]) then
  return 'superseded ' .. now
end
redis.call('DEL', current)
redis.call('HSET', current, unpack(ARGV, 5))
redis.call('HDEL', generations, 'open', 'sources')
redis.call('HSET', generations, 'g' .. ARGV[1], 'announced')
redis.call('HSET', progress, 'state', 'completed', 'updatedAt', ARGV[4])
local phase = redis.call('HGET', control, 'phase') or 'json'
if phase == 'json' and ARGV[3] == 'true' then
  redis.call('HSET', control, 'phase', 'read-only', 'changedAt', ARGV[4], 'changedBy', 'migration',
    'reason', 'g' .. ARGV[1] .. ' was announced')
  redis.call('HINCRBY', control, 'epoch', 1)
end
redis.call('PUBLISH', notices, 'announced g' .. ARGV[1])
return 'announced'
