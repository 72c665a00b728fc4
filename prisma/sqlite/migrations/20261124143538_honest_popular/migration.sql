-- CreateTable
CREATE TABLE "ViewSource" (
    "postId" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("postId", "day", "source"),
    CONSTRAINT "ViewSource_views_positive" CHECK ("views" >= 0),
    CONSTRAINT "ViewSource_source_short" CHECK (length("source") BETWEEN 1 AND 100),
    CONSTRAINT "ViewSource_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PostReads" (
    "postId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "week" INTEGER NOT NULL DEFAULT 0,
    "month" INTEGER NOT NULL DEFAULT 0,
    "year" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PostReads_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StartingViews" (
    "postId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "day" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,
    CONSTRAINT "StartingViews_views_positive" CHECK ("views" >= 0),
    CONSTRAINT "StartingViews_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Added in place: a table with years of daily counts need not be copied.
ALTER TABLE "SeenView" ADD COLUMN "times" INTEGER NOT NULL DEFAULT 1 CONSTRAINT "SeenView_times_positive" CHECK ("times" > 0);
ALTER TABLE "ViewCount" ADD COLUMN "similar" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "ViewCount_similar_part" CHECK ("similar" BETWEEN 0 AND "views");
ALTER TABLE "ViewCount" ADD COLUMN "noScript" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "ViewCount_noScript_part" CHECK ("noScript" BETWEEN 0 AND "views");
ALTER TABLE "ViewCount" ADD COLUMN "phone" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "ViewCount_phone_part" CHECK ("phone" BETWEEN 0 AND "views");

-- DropIndex
DROP INDEX "ViewCount_day_postId_views_idx";

-- CreateIndex
CREATE INDEX "ViewCount_day_postId_views_phone_similar_noScript_idx" ON "ViewCount"("day", "postId", "views", "phone", "similar", "noScript");

-- CreateIndex
CREATE INDEX "ViewSource_day_source_postId_views_idx" ON "ViewSource"("day", "source", "postId", "views");

-- CreateIndex
CREATE INDEX "PostReads_week_idx" ON "PostReads"("week");

-- CreateIndex
CREATE INDEX "PostReads_month_idx" ON "PostReads"("month");

-- CreateIndex
CREATE INDEX "PostReads_year_idx" ON "PostReads"("year");

-- CreateIndex
CREATE INDEX "PostReads_total_idx" ON "PostReads"("total");
