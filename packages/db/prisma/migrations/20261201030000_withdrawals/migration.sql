-- CreateTable
CREATE TABLE "payees" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "account_hash" BYTEA NOT NULL,
    "account_mark" TEXT NOT NULL,
    "name_mark" TEXT NOT NULL,
    "sealed" BYTEA,
    "sealed_key_id" TEXT,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawal_rules" (
    "id" INTEGER NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "least_fen" INTEGER NOT NULL,
    "day_fen" INTEGER NOT NULL,
    "month_fen" INTEGER NOT NULL,
    "review_from_fen" INTEGER NOT NULL,
    "tax_policy" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "withdrawal_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawals" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "payee_id" UUID NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "tax_policy" TEXT,
    "tax_fen" INTEGER,
    "net_fen" INTEGER,
    "status" TEXT NOT NULL,
    "end_reason" TEXT,
    "review_reasons" TEXT[],
    "request_key" UUID NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "withdrawals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawal_transfers" (
    "transfer_no" TEXT NOT NULL,
    "withdrawal_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "channel_no" TEXT,
    "confirm_code" TEXT,
    "confirm_until" TIMESTAMPTZ(3),
    "vendor_code" TEXT,
    "is_sandbox" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),

    CONSTRAINT "withdrawal_transfers_pkey" PRIMARY KEY ("transfer_no")
);

-- CreateIndex
CREATE INDEX "payees_account_hash_idx" ON "payees"("account_hash");

-- CreateIndex
CREATE INDEX "payees_user_id_idx" ON "payees"("user_id");

-- CreateIndex
CREATE INDEX "withdrawals_user_id_created_at_id_idx" ON "withdrawals"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "withdrawals_created_at_id_idx" ON "withdrawals"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "withdrawals_status_created_at_id_idx" ON "withdrawals"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "withdrawals_user_id_request_key_key" ON "withdrawals"("user_id", "request_key");

-- CreateIndex
CREATE INDEX "withdrawal_transfers_channel_ended_at_idx" ON "withdrawal_transfers"("channel", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "withdrawal_transfers_withdrawal_id_attempt_key" ON "withdrawal_transfers"("withdrawal_id", "attempt");

-- AddForeignKey
ALTER TABLE "payees" ADD CONSTRAINT "payees_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_payee_id_fkey" FOREIGN KEY ("payee_id") REFERENCES "payees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal_transfers" ADD CONSTRAINT "withdrawal_transfers_withdrawal_id_fkey" FOREIGN KEY ("withdrawal_id") REFERENCES "withdrawals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payees"
    ADD CONSTRAINT "payees_channel_check" CHECK ("channel" IN ('alipay', 'wechat')),
    ADD CONSTRAINT "payees_sealed_check" CHECK (("sealed" IS NULL) = ("sealed_key_id" IS NULL));
CREATE UNIQUE INDEX "payees_one_current_key" ON "payees" ("user_id") WHERE "is_current";

ALTER TABLE "withdrawal_rules"
    ADD CONSTRAINT "withdrawal_rules_one_check" CHECK ("id" = 1),
    ADD CONSTRAINT "withdrawal_rules_amounts_check" CHECK ("least_fen" >= 100 AND "day_fen" >= "least_fen" AND "month_fen" >= "day_fen" AND "review_from_fen" >= 0),
    ADD CONSTRAINT "withdrawal_rules_tax_policy_check" CHECK ("tax_policy" IN ('none', 'per_payment', 'cumulative'));
-- Off until an administrator says otherwise.
INSERT INTO "withdrawal_rules" ("id", "is_on", "least_fen", "day_fen", "month_fen", "review_from_fen", "tax_policy", "updated_at")
VALUES (1, false, 100, 200000, 1000000, 50000, 'none', CURRENT_TIMESTAMP);

ALTER TABLE "withdrawals"
    ADD CONSTRAINT "withdrawals_status_check" CHECK ("status" IN ('requested', 'in_review', 'approved', 'submitted', 'awaiting_confirm', 'unknown', 'paid', 'failed', 'cancelled')),
    ADD CONSTRAINT "withdrawals_end_reason_check" CHECK ("end_reason" IN ('by_person', 'rejected', 'clawed_back', 'not_confirmed', 'name_mismatch', 'payee_not_found', 'channel_short', 'over_limit', 'refused', 'returned')),
    ADD CONSTRAINT "withdrawals_tax_policy_check" CHECK ("tax_policy" IN ('none', 'per_payment', 'cumulative')),
    ADD CONSTRAINT "withdrawals_review_reasons_check" CHECK ("review_reasons" <@ ARRAY['large', 'payee_shared', 'suspended', 'held']),
    ADD CONSTRAINT "withdrawals_amounts_check" CHECK ("amount_fen" > 0 AND "attempt" > 0 AND "tax_fen" >= 0 AND "net_fen" > 0 AND "tax_fen" + "net_fen" = "amount_fen"),
    -- Once approved, what is withheld and what is paid are decided.
    ADD CONSTRAINT "withdrawals_taxed_check" CHECK (num_nonnulls("tax_policy", "tax_fen", "net_fen", "approved_at") IN (0, 4) AND ("approved_at" IS NOT NULL OR "status" IN ('requested', 'in_review', 'failed', 'cancelled'))),
    ADD CONSTRAINT "withdrawals_ended_check" CHECK (("status" IN ('paid', 'failed', 'cancelled')) = ("ended_at" IS NOT NULL) AND ("status" IN ('failed', 'cancelled')) = ("end_reason" IS NOT NULL));
CREATE UNIQUE INDEX "withdrawals_one_open_key" ON "withdrawals" ("user_id") WHERE "status" NOT IN ('paid', 'failed', 'cancelled');

ALTER TABLE "withdrawal_transfers"
    ADD CONSTRAINT "withdrawal_transfers_channel_check" CHECK ("channel" IN ('alipay', 'wechat')),
    ADD CONSTRAINT "withdrawal_transfers_status_check" CHECK ("status" IN ('submitted', 'awaiting_confirm', 'unknown', 'paid', 'failed', 'cancelled')),
    ADD CONSTRAINT "withdrawal_transfers_amount_check" CHECK ("amount_fen" > 0),
    ADD CONSTRAINT "withdrawal_transfers_ended_check" CHECK (("status" IN ('paid', 'failed', 'cancelled')) = ("ended_at" IS NOT NULL));

-- Tax that is withheld from what is paid, and cash that people exchange for credits. Widened checks hold for every row that is there.
ALTER TABLE "credit_accounts"
    DROP CONSTRAINT "credit_accounts_platform_key_check",
    ADD CONSTRAINT "credit_accounts_platform_key_check" CHECK ("platform_key" IN ('sold', 'promotion', 'consumption', 'rebate_payable', 'breakage', 'withdrawal_pending', 'paid_out', 'tax_withheld', 'exchange'));
ALTER TABLE "credit_entries"
    DROP CONSTRAINT "credit_entries_kind_check",
    ADD CONSTRAINT "credit_entries_kind_check" CHECK ("kind" IN ('recharge', 'recharge_bonus', 'consume', 'refund', 'gift_signup', 'gift_campaign', 'gift_referral', 'gift_expired', 'rebate', 'withdrawal_hold', 'withdrawal_paid', 'withdrawal_released', 'withdrawal_tax', 'cash_exchanged', 'clawback', 'clawback_recharge', 'clawback_bonus', 'clawback_rebate', 'adjust'));
INSERT INTO "credit_accounts" ("id", "platform_key", "unit", "created_at")
SELECT ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, platform_key, unit, CURRENT_TIMESTAMP
FROM (VALUES
    (31, 'tax_withheld', 'credits'), (32, 'exchange', 'credits'), (41, 'tax_withheld', 'cash'), (42, 'exchange', 'cash')
) AS platform (number, platform_key, unit);

-- Money that has left is written down, whatever was taken back meanwhile: the released hold pays the debt first, and it stands again then.
CREATE OR REPLACE FUNCTION post_entry(
    p_id uuid,
    p_idempotency_key text,
    p_kind text,
    p_user_id uuid,
    p_unit text,
    p_platform_key text,
    p_amount integer,
    p_reference_type text,
    p_reference_id text,
    p_reverses_id uuid,
    p_reason text,
    p_actor_id uuid,
    p_allow_debt boolean,
    p_created_at timestamptz,
    p_is_part boolean DEFAULT false
) RETURNS posted_entry LANGUAGE plpgsql AS $$
DECLARE
    account "credit_accounts";
    entry "credit_entries";
    original "credit_entries";
    new_balance bigint;
BEGIN
    SELECT * INTO account FROM "credit_accounts" WHERE "user_id" = p_user_id AND "unit" = p_unit FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO "credit_accounts" ("id", "user_id", "unit", "balance", "created_at")
        VALUES (gen_random_uuid(), p_user_id, p_unit, 0, p_created_at)
        ON CONFLICT ("user_id", "unit") DO NOTHING;
        SELECT * INTO STRICT account FROM "credit_accounts" WHERE "user_id" = p_user_id AND "unit" = p_unit FOR UPDATE;
    END IF;

    -- After the lock, so that of two calls with one key the second sees the first's entry before it moves the balance.
    SELECT * INTO entry FROM "credit_entries" WHERE "idempotency_key" = p_idempotency_key;
    IF FOUND THEN
        IF entry."account_id" <> account."id" OR entry."amount" <> p_amount OR entry."kind" <> p_kind
            OR entry."reverses_id" IS DISTINCT FROM p_reverses_id THEN
            RAISE EXCEPTION 'idempotency key % belongs to another entry', p_idempotency_key USING ERRCODE = 'MZ002';
        END IF;
        RETURN to_posted_entry(entry, account."user_id", account."unit", true);
    END IF;

    IF p_allow_debt AND p_kind NOT LIKE 'clawback%' AND p_kind NOT IN ('withdrawal_paid', 'withdrawal_tax') THEN
        RAISE EXCEPTION 'only a clawback may leave a debt, or money that has left in spite of one, not %', p_kind
            USING ERRCODE = 'invalid_parameter_value';
    END IF;

    IF p_reverses_id IS NOT NULL THEN
        SELECT * INTO original FROM "credit_entries" WHERE "id" = p_reverses_id AND "account_id" = account."id";
        IF NOT FOUND THEN
            RAISE EXCEPTION 'the account has no entry % to reverse', p_reverses_id USING ERRCODE = 'MZ004';
        END IF;
        -- A refund may give back a part, what was not delivered; everything else is taken back whole.
        IF original."amount" <> -p_amount
            AND NOT (p_is_part AND p_kind = 'refund' AND p_amount BETWEEN 1 AND -original."amount") THEN
            RAISE EXCEPTION 'entry % moved %, so % does not reverse it', original."id", original."amount", p_amount
                USING ERRCODE = 'invalid_parameter_value';
        END IF;
        IF EXISTS (SELECT 1 FROM "credit_entries" WHERE "reverses_id" = p_reverses_id) THEN
            RAISE EXCEPTION 'entry % is reversed already', p_reverses_id USING ERRCODE = 'MZ003';
        END IF;
    END IF;

    new_balance := account."balance"::bigint + p_amount;
    IF p_amount < 0 AND new_balance < 0 AND NOT p_allow_debt THEN
        RAISE EXCEPTION 'the balance does not suffice' USING ERRCODE = 'MZ001',
            DETAIL = json_build_object('balance', account."balance", 'needed', -p_amount::bigint)::text;
    END IF;
    IF new_balance NOT BETWEEN -2147483648 AND 2147483647 THEN
        RAISE EXCEPTION 'a balance of % does not fit', new_balance USING ERRCODE = 'MZ005';
    END IF;

    entry."id" := p_id;
    entry."idempotency_key" := p_idempotency_key;
    entry."kind" := p_kind;
    entry."account_id" := account."id";
    SELECT "id" INTO entry."counter_account_id" FROM "credit_accounts" WHERE "platform_key" = p_platform_key AND "unit" = p_unit;
    entry."amount" := p_amount;
    entry."balance_after" := new_balance;
    entry."sequence" := account."entry_count" + 1;
    entry."reference_type" := p_reference_type;
    entry."reference_id" := p_reference_id;
    entry."reverses_id" := p_reverses_id;
    entry."reason" := p_reason;
    entry."actor_id" := p_actor_id;
    entry."previous_hash" := account."head_hash";
    entry."created_at" := p_created_at::timestamptz(3);
    entry."hash" := entry_hash(entry);

    INSERT INTO "credit_entries" VALUES (entry.*) ON CONFLICT ("idempotency_key") DO NOTHING;
    IF NOT FOUND THEN
        -- Posted for another account while this call was under way: that account's lock did not hold us back.
        RAISE EXCEPTION 'idempotency key % belongs to another entry', p_idempotency_key USING ERRCODE = 'MZ002';
    END IF;
    UPDATE "credit_accounts"
    SET "balance" = new_balance, "is_in_debt" = new_balance < 0, "entry_count" = entry."sequence", "head_hash" = entry."hash"
    WHERE "id" = account."id";
    RETURN to_posted_entry(entry, account."user_id", account."unit", false);
END
$$;

ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'withdrawal_confirm', 'withdrawal_paid', 'withdrawal_ended', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked'));
ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'withdrawal_confirm', 'withdrawal_paid', 'withdrawal_ended', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked'));

ALTER TABLE "saved_filters"
    DROP CONSTRAINT "saved_filters_table_name_check",
    ADD CONSTRAINT "saved_filters_table_name_check" CHECK ("table_name" IN ('users', 'orders', 'notices', 'refunds', 'money-refunds', 'usage', 'audit', 'workflows', 'reconciliation', 'support', 'prompts', 'models', 'plans', 'withdrawals'));
