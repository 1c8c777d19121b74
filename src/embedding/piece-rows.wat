(module
  (import "host" "memory" (memory 0))
  (func (export "dots")
    (param $vector i32) (param $ids i32) (param $end i32) (param $out i32) (param $table i32) (param $dimensions i32)
    (local $row i32) (local $at i32) (local $sum v128) (local $piece v128) (local $block i32)
    (loop $rows
      (local.set $row (i32.add (local.get $table) (i32.mul (i32.load16_u (local.get $ids)) (local.get $dimensions))))
      (local.set $sum (v128.const i32x4 0 0 0 0))
      (local.set $at (i32.const 0))
      (local.set $block (local.get $vector))
      (loop $blocks
        (local.set $piece (v128.load (i32.add (local.get $row) (local.get $at))))
        (local.set $sum
          (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $piece)) (v128.load (local.get $block)))))
        (local.set $sum
          (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $piece)) (v128.load offset=16 (local.get $block)))))
        (local.set $block (i32.add (local.get $block) (i32.const 32)))
        (br_if $blocks
          (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $dimensions))))
      (i32.store (local.get $out)
        (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
          (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (br_if $rows
        (i32.lt_u (local.tee $ids (i32.add (local.get $ids) (i32.const 2))) (local.get $end)))))

  ;; Writes each number once to `out`, and in the place of each the number's place there; gives how many there are.
  ;; `places` has 2 bytes for every number there is, all 0, and is left so.
  (func (export "gather") (param $at i32) (param $end i32) (param $places i32) (param $out i32) (result i32)
    (local $count i32) (local $place i32) (local $slot i32) (local $first i32)
    (local.set $first (local.get $out))
    (block $none
      (br_if $none (i32.ge_u (local.get $at) (local.get $end)))
      (loop $next
        (local.set $slot
          (i32.add (local.get $places) (i32.shl (i32.load16_u (local.get $at)) (i32.const 1))))
        (if (i32.eqz (local.tee $place (i32.load16_u (local.get $slot))))
          (then
            (i32.store16 (local.get $out) (i32.load16_u (local.get $at)))
            (local.set $out (i32.add (local.get $out) (i32.const 2)))
            (local.set $place (local.tee $count (i32.add (local.get $count) (i32.const 1))))
            (i32.store16 (local.get $slot) (local.get $place))))
        (i32.store16 (local.get $at) (i32.sub (local.get $place) (i32.const 1)))
        (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 2))) (local.get $end))))
      (loop $clear
        (local.set $out (i32.sub (local.get $out) (i32.const 2)))
        (i32.store16
          (i32.add (local.get $places) (i32.shl (i32.load16_u (local.get $out)) (i32.const 1)))
          (i32.const 0))
        (br_if $clear (i32.gt_u (local.get $out) (local.get $first)))))
    (local.get $count))

  ;; The cosines of rows of the table with four vectors: f32, at `out` and every 64 bytes. The vectors lie side by side, 16
  ;; values of each in turn. `factors`: what one of each vector's whole numbers is worth, f64, and their lengths, f64.
  (func (export "cosines")
    (param $ids i32) (param $end i32) (param $table i32) (param $dimensions i32) (param $vectors i32) (param $out i32)
    (param $lengths i32) (param $factors i32)
    (local $row i32) (local $rowEnd i32) (local $block i32) (local $low v128) (local $high v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128) (local $length v128)
    (loop $rows
      (local.set $row (i32.add (local.get $table) (i32.mul (i32.load16_u (local.get $ids)) (local.get $dimensions))))
      (local.set $rowEnd (i32.add (local.get $row) (local.get $dimensions)))
      (local.set $block (local.get $vectors))
      (local.set $sum0 (v128.const i32x4 0 0 0 0))
      (local.set $sum1 (v128.const i32x4 0 0 0 0))
      (local.set $sum2 (v128.const i32x4 0 0 0 0))
      (local.set $sum3 (v128.const i32x4 0 0 0 0))
      (loop $blocks
        (local.set $low (v128.load8x8_s (local.get $row)))
        (local.set $high (v128.load8x8_s offset=8 (local.get $row)))
        (local.set $sum0
          (i32x4.add (local.get $sum0)
            (i32x4.add
              (i32x4.dot_i16x8_s (local.get $low) (v128.load offset=0 (local.get $block)))
              (i32x4.dot_i16x8_s (local.get $high) (v128.load offset=16 (local.get $block))))))
        (local.set $sum1
          (i32x4.add (local.get $sum1)
            (i32x4.add
              (i32x4.dot_i16x8_s (local.get $low) (v128.load offset=32 (local.get $block)))
              (i32x4.dot_i16x8_s (local.get $high) (v128.load offset=48 (local.get $block))))))
        (local.set $sum2
          (i32x4.add (local.get $sum2)
            (i32x4.add
              (i32x4.dot_i16x8_s (local.get $low) (v128.load offset=64 (local.get $block)))
              (i32x4.dot_i16x8_s (local.get $high) (v128.load offset=80 (local.get $block))))))
        (local.set $sum3
          (i32x4.add (local.get $sum3)
            (i32x4.add
              (i32x4.dot_i16x8_s (local.get $low) (v128.load offset=96 (local.get $block)))
              (i32x4.dot_i16x8_s (local.get $high) (v128.load offset=112 (local.get $block))))))
        (local.set $block (i32.add (local.get $block) (i32.const 128)))
        (br_if $blocks
          (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 16))) (local.get $rowEnd))))
      (local.set $low
        (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sum0) (local.get $sum1))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sum0) (local.get $sum1))))
      (local.set $high
        (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sum2) (local.get $sum3))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sum2) (local.get $sum3))))
      (local.set $sum0
        (i32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $low) (local.get $high))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $low) (local.get $high))))
      (local.set $sum1 (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $sum0) (local.get $sum0)))
      (local.set $length
        (f64x2.splat
          (f64.promote_f32
            (f32.load (i32.add (local.get $lengths) (i32.shl (i32.load16_u (local.get $ids)) (i32.const 2)))))))
      (v128.store64_lane 0 (local.get $out)
        (f32x4.demote_f64x2_zero
          (f64x2.div
            (f64x2.promote_low_f32x4
              (f32x4.demote_f64x2_zero
                (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $sum0)) (v128.load (local.get $factors)))))
            (f64x2.mul (local.get $length) (v128.load offset=32 (local.get $factors))))))
      (v128.store64_lane offset=8 0 (local.get $out)
        (f32x4.demote_f64x2_zero
          (f64x2.div
            (f64x2.promote_low_f32x4
              (f32x4.demote_f64x2_zero
                (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $sum1)) (v128.load offset=16 (local.get $factors)))))
            (f64x2.mul (local.get $length) (v128.load offset=48 (local.get $factors))))))
      (local.set $out (i32.add (local.get $out) (i32.const 64)))
      (br_if $rows
        (i32.lt_u (local.tee $ids (i32.add (local.get $ids) (i32.const 2))) (local.get $end)))))

  ;; Writes the greatest cosine of each of 16 vectors with the rows of the table at these places, 2 bytes each; at least one.
  (func (export "greatest") (param $at i32) (param $end i32) (param $cosines i32) (param $out i32)
    (local $row i32) (local $best0 v128) (local $best1 v128) (local $best2 v128) (local $best3 v128)
    (local.set $best0 (f32x4.splat (f32.const -1)))
    (local.set $best1 (local.get $best0))
    (local.set $best2 (local.get $best0))
    (local.set $best3 (local.get $best0))
    (loop $next
      (local.set $row
        (i32.add (local.get $cosines) (i32.shl (i32.load16_u (local.get $at)) (i32.const 6))))
      (local.set $best0 (f32x4.pmax (local.get $best0) (v128.load (local.get $row))))
      (local.set $best1 (f32x4.pmax (local.get $best1) (v128.load offset=16 (local.get $row))))
      (local.set $best2 (f32x4.pmax (local.get $best2) (v128.load offset=32 (local.get $row))))
      (local.set $best3 (f32x4.pmax (local.get $best3) (v128.load offset=48 (local.get $row))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 2))) (local.get $end))))
    (v128.store (local.get $out) (local.get $best0))
    (v128.store offset=16 (local.get $out) (local.get $best1))
    (v128.store offset=32 (local.get $out) (local.get $best2))
    (v128.store offset=48 (local.get $out) (local.get $best3))))
