-- A rebate between two accounts with one ID number is looked at.
ALTER TABLE "rebate_flags"
    DROP CONSTRAINT "rebate_flags_rule_check",
    ADD CONSTRAINT "rebate_flags_rule_check" CHECK ("rule" IN ('same_person', 'same_payer_as_referrer', 'same_payer_as_referee', 'same_device', 'same_id_number', 'many_signups', 'refund_share', 'disposable_mail', 'same_address', 'coupon_used'));
