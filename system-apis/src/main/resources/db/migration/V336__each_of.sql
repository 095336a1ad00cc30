-- The elements of an array, for `column IN (SELECT each_of(:array))`. With `= ANY (:array)` the planner counts the
-- elements of each call and finds the plan it made for this call cheaper than the one for every call: it then plans the
-- statement anew each time, which takes longer than a short one. Here it expects the same few, whatever comes. Not for
-- views that put several tables together: the few do not reach into them, and all of each is read.
CREATE FUNCTION each_of(elements text[]) RETURNS SETOF text LANGUAGE plpgsql STABLE STRICT ROWS 4 AS $$
BEGIN
    RETURN QUERY SELECT unnest(elements);
END $$;
