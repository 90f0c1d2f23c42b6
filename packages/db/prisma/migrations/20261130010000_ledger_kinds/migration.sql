-- Clawbacks with the account that what they take back came from, money that is on its way out, and gifts that expire. Widened checks hold
-- for every row that is there.
ALTER TABLE "credit_accounts" DROP CONSTRAINT "credit_accounts_platform_key_check";
ALTER TABLE "credit_accounts"
    ADD CONSTRAINT "credit_accounts_platform_key_check" CHECK ("platform_key" IN ('sold', 'promotion', 'consumption', 'rebate_payable', 'breakage', 'withdrawal_pending', 'paid_out'));

ALTER TABLE "credit_entries" DROP CONSTRAINT "credit_entries_kind_check";
ALTER TABLE "credit_entries"
    ADD CONSTRAINT "credit_entries_kind_check" CHECK ("kind" IN ('recharge', 'recharge_bonus', 'consume', 'refund', 'gift_signup', 'gift_campaign', 'gift_referral', 'gift_expired', 'rebate', 'withdrawal_hold', 'withdrawal_paid', 'withdrawal_released', 'clawback', 'clawback_recharge', 'clawback_bonus', 'clawback_rebate', 'adjust'));

INSERT INTO "credit_accounts" ("id", "platform_key", "unit", "created_at")
SELECT ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, platform_key, unit, CURRENT_TIMESTAMP
FROM (VALUES
    (6, 'withdrawal_pending', 'credits'), (7, 'paid_out', 'credits'), (16, 'withdrawal_pending', 'cash'), (17, 'paid_out', 'cash')
) AS platform (number, platform_key, unit);

-- Any clawback may leave a debt.
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

    IF p_allow_debt AND p_kind NOT LIKE 'clawback%' THEN
        RAISE EXCEPTION 'only a clawback may leave a debt, not %', p_kind USING ERRCODE = 'invalid_parameter_value';
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

CREATE OR REPLACE FUNCTION reverse_entry(
    p_id uuid,
    p_idempotency_key text,
    p_original_key text,
    p_kind text,
    p_reason text,
    p_actor_id uuid,
    p_created_at timestamptz,
    p_amount integer DEFAULT NULL
) RETURNS SETOF posted_entry LANGUAGE plpgsql AS $$
DECLARE
    original record;
    given integer;
BEGIN
    SELECT e."id", e."amount", e."reference_type", e."reference_id", a."user_id", a."unit", c."platform_key" INTO original
    FROM "credit_entries" e
    JOIN "credit_accounts" a ON a."id" = e."account_id"
    JOIN "credit_accounts" c ON c."id" = e."counter_account_id"
    WHERE e."idempotency_key" = p_original_key;
    IF FOUND THEN
        -- The first decision stands: a refund of a part is not made whole by a repeat that knows nothing of it.
        SELECT "amount" INTO given FROM "credit_entries"
        WHERE "idempotency_key" = p_idempotency_key AND "reverses_id" = original."id";
        RETURN NEXT post_entry(p_id, p_idempotency_key, p_kind, original."user_id", original."unit", original."platform_key",
            coalesce(given, p_amount, -original."amount"), original."reference_type", original."reference_id", original."id", p_reason, p_actor_id,
            p_kind LIKE 'clawback%', p_created_at, p_amount IS NOT NULL OR given IS NOT NULL);
    END IF;
END
$$;
