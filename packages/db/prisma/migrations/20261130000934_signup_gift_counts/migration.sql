-- CreateTable
CREATE TABLE "signup_gift_counts" (
    "network" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "given" INTEGER NOT NULL,

    CONSTRAINT "signup_gift_counts_pkey" PRIMARY KEY ("network","day")
);

-- CreateIndex
CREATE INDEX "signup_gift_counts_day_idx" ON "signup_gift_counts"("day");
