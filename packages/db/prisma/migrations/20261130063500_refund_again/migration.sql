-- A refund that did not go through is made again under a new number, by a person's word.
ALTER TABLE "order_resolutions"
    DROP CONSTRAINT "order_resolutions_resolution_check",
    ADD CONSTRAINT "order_resolutions_resolution_check" CHECK ("resolution" IN ('refund', 'accept', 'refund_again', 'settled_elsewhere', 'seen'));
