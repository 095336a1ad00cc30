-- Fences of runs that nobody has worked on for long are forgotten like the answers to them.
CREATE INDEX fence_age ON fence (seen_at);
