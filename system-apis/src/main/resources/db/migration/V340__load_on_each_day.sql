-- What is planned for a work center on a day, in seconds; null where nothing is. An operation asks for as much as the
-- work center can do in a day, from its first day on, and on its last one for all that is left. The orders are looked up
-- one by one (OFFSET 0): the planner takes two inequalities for a ninth of all operations, and would read every order.
CREATE FUNCTION work_center_load(of_plant text, of_work_center text, daily_capacity bigint, on_day date) RETURNS numeric
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT sum(greatest(0, CASE WHEN p.planned_end > on_day THEN least(daily_capacity, needed.seconds) ELSE needed.seconds END))
          FROM production_order_operation p
         CROSS JOIN LATERAL (
               SELECT p.setup_seconds + p.run_seconds * o.quantity - daily_capacity * (on_day - p.planned_start) AS seconds
                 FROM production_order o
                WHERE o.order_number = p.order_number
                  AND o.lifecycle IN ('CREATED', 'PARTIALLY_RELEASED', 'RELEASED', 'IN_PROCESS')
               OFFSET 0) AS needed
         WHERE p.plant = of_plant AND p.work_center_id = of_work_center
           AND p.planned_end >= on_day AND p.planned_start <= on_day
           AND p.status IN ('CREATED', 'RELEASED'));
END $$;

-- Operations that are not over on a day.
DROP INDEX production_order_operation_load;
CREATE INDEX production_order_operation_load ON production_order_operation (plant, work_center_id, planned_end, planned_start);
