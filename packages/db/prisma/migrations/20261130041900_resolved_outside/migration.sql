-- A refund made at the channel itself is settled by a person like every other reason.
ALTER TABLE "order_resolutions"
    DROP CONSTRAINT "order_resolutions_reason_check",
    ADD CONSTRAINT "order_resolutions_reason_check" CHECK ("reason" IN ('amount_mismatch', 'unknown_order', 'paid_twice', 'paid_after_close', 'refund_abnormal', 'refunded_outside'));
