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
        (i32.lt_u (local.tee $ids (i32.add (local.get $ids) (i32.const 2))) (local.get $end))))))
