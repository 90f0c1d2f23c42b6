-- CreateTable
CREATE TABLE "support_conversations" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "asked_as_member" BOOLEAN NOT NULL,
    "link_kind" TEXT,
    "creation_id" UUID,
    "order_id" UUID,
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "waiting_since" TIMESTAMPTZ(3),
    "first_answer_at" TIMESTAMPTZ(3),
    "last_message_at" TIMESTAMPTZ(3) NOT NULL,
    "unseen_since" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "request_key" UUID NOT NULL,
    "request_fingerprint" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_conversations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_messages" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "request_key" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_messages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "support_conversations_user_id_last_message_at_id_idx" ON "support_conversations"("user_id", "last_message_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "support_conversations_last_message_at_id_idx" ON "support_conversations"("last_message_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "support_conversations_created_at_idx" ON "support_conversations"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "support_conversations_user_id_request_key_key" ON "support_conversations"("user_id", "request_key");

-- CreateIndex
CREATE INDEX "support_messages_conversation_id_created_at_id_idx" ON "support_messages"("conversation_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "support_messages_author_id_created_at_idx" ON "support_messages"("author_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "support_messages_conversation_id_author_id_request_key_key" ON "support_messages"("conversation_id", "author_id", "request_key");

-- AddForeignKey
ALTER TABLE "support_conversations" ADD CONSTRAINT "support_conversations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_conversations" ADD CONSTRAINT "support_conversations_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_conversations" ADD CONSTRAINT "support_conversations_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_conversations" ADD CONSTRAINT "support_conversations_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_messages" ADD CONSTRAINT "support_messages_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "support_conversations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_messages" ADD CONSTRAINT "support_messages_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "support_conversations"
    ADD CONSTRAINT "support_conversations_status_check" CHECK ("status" IN ('waiting_for_us', 'waiting_for_person', 'closed')),
    ADD CONSTRAINT "support_conversations_link_kind_check" CHECK ("link_kind" IN ('creation', 'order', 'receipt')),
    ADD CONSTRAINT "support_conversations_closed_by_check" CHECK ("closed_by" IN ('person', 'operator')),
    -- One thing at most, of the kind that it says.
    ADD CONSTRAINT "support_conversations_link_check" CHECK (
        ("order_id" IS NOT NULL) = ("link_kind" IS NOT NULL AND "link_kind" = 'order')
        AND ("creation_id" IS NOT NULL) = ("link_kind" IS NOT NULL AND "link_kind" IN ('creation', 'receipt'))),
    ADD CONSTRAINT "support_conversations_waiting_check" CHECK (("waiting_since" IS NOT NULL) = ("status" = 'waiting_for_us')),
    ADD CONSTRAINT "support_conversations_closed_check" CHECK (
        ("closed_at" IS NOT NULL) = ("status" = 'closed') AND ("closed_by" IS NOT NULL) = ("status" = 'closed')),
    ADD CONSTRAINT "support_conversations_taken_check" CHECK (("taken_by_id" IS NULL) = ("taken_at" IS NULL));
CREATE INDEX "support_conversations_waiting_idx" ON "support_conversations" ("waiting_since", "id") WHERE "status" = 'waiting_for_us';
CREATE INDEX "support_conversations_open_idx" ON "support_conversations" ("user_id") WHERE "status" <> 'closed';

ALTER TABLE "support_messages"
    ADD CONSTRAINT "support_messages_side_check" CHECK ("side" IN ('person', 'operator')),
    ADD CONSTRAINT "support_messages_text_check" CHECK ("text" <> '');

ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_check";
ALTER TABLE "notifications"
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked'));
ALTER TABLE "notification_wishes" DROP CONSTRAINT "notification_wishes_kind_check";
ALTER TABLE "notification_wishes"
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked'));
