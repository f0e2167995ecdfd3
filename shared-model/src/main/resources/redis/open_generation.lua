#!lua
-- Gives a run the generation it writes.
-- KEYS[1] generations   ARGV[1] SHA-256 of the sources   ARGV[2] 'resume' or 'fresh'   ARGV[3] a random mark
--
-- While a generation for the same sources is open, 'resume' gets it again, so that a run that died goes on in its
-- place; 'fresh' always gets a new number. The mark is set once and vanishes with a flush, which tells the job that
-- what its repository remembers no longer exists.
-- Answers { mark, generation, 'open' or 'new' }.
local generations = KEYS[1]
redis.call('HSETNX', generations, 'mark', ARGV[3])
local mark = redis.call('HGET', generations, 'mark')
local open = redis.call('HGET', generations, 'open')
if ARGV[2] == 'resume' and open and redis.call('HGET', generations, 'sources') == ARGV[1] then
  return { mark, tonumber(open), 'open' }
end
local number = redis.call('HINCRBY', generations, 'last', 1)
redis.call('HSET', generations, 'open', number, 'sources', ARGV[1], 'g' .. number, 'open')
return { mark, number, 'new' }
